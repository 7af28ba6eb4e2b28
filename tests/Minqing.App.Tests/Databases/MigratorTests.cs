using Microsoft.EntityFrameworkCore;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.App.Tests.Databases;

public sealed class MigratorTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-20")]
    public async Task Four_racing_programs_apply_each_script_once(Engine engine)
    {
        var connection = await Testing.Databases.EmptyAsync(engine);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ApplyAsync(engine, connection))));

        Assert.Equal(await ScriptsAsync(engine, connection), applied.Sum());
        Assert.NotEqual(0, applied.Sum());
        await Testing.Databases.DropAsync(engine, connection);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-20")]
    public async Task A_second_start_applies_nothing(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        Assert.Equal(0, await ApplyAsync(engine, test.Connection));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-20")]
    public async Task A_script_changed_after_it_was_applied_stops_the_program(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await using (var db = test.NewDb())
            await db.Database.ExecuteSqlRawAsync("update schema_version set sha256 = 'other' where name = '0001_kernel.sql'", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ApplyAsync(engine, test.Connection));

        Assert.Contains("0001_kernel.sql", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<int> ApplyAsync(Engine engine, string connection)
    {
        await using var db = Testing.Databases.Open(engine, connection);
        return await Migrator.ApplyAsync(db, Now, TestContext.Current.CancellationToken);
    }

    private static async Task<int> ScriptsAsync(Engine engine, string connection)
    {
        await using var db = Testing.Databases.Open(engine, connection);
        return await db.Database.SqlQueryRaw<int>("select cast(count(*) as integer) as \"Value\" from schema_version").SingleAsync(TestContext.Current.CancellationToken);
    }
}
