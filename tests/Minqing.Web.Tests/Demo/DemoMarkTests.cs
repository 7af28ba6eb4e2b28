using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Demo;

public sealed class DemoMarkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    public async Task A_demonstration_is_filled_once(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        Assert.True(await On(test, mark => mark.BeginAsync(Ct)));
        await On(test, async mark =>
        {
            await mark.EndAsync(Ct);
            return true;
        });

        Assert.False(await On(test, mark => mark.BeginAsync(Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    public async Task An_interrupted_demonstration_asks_to_start_over(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await On(test, mark => mark.BeginAsync(Ct));

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => On(test, mark => mark.BeginAsync(Ct)));

        Assert.Contains("--fresh", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    public async Task Real_data_is_neither_mixed_with_made_up_data_nor_thrown_away(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await using (var db = test.NewDb())
        {
            db.Persons.Add(new Person(new PersonId(Guid.CreateVersion7()), "1", "王建国", "13900000000"));
            await db.SaveChangesAsync(Ct);
        }

        await Assert.ThrowsAsync<InvalidDataException>(() => On(test, mark => mark.BeginAsync(Ct)));
        await Assert.ThrowsAsync<InvalidDataException>(() => RemoveAsync(test));

        await using var after = test.NewDb();
        Assert.Equal(1, await after.Persons.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    public async Task A_fresh_start_leaves_nothing_of_the_old_demonstration(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await On(test, mark => mark.BeginAsync(Ct));

        await RemoveAsync(test);

        await using var db = test.NewDb();
        Assert.False(await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(Ct));
        Directory.CreateDirectory(test.Settings.Data);
        Directory.CreateDirectory(test.Settings.Keys);
    }

    private static Task<bool> RemoveAsync(TestDatabase test) => On(test, async mark =>
    {
        await mark.RemoveAsync(Ct);
        return true;
    });

    private static async Task<T> On<T>(TestDatabase test, Func<DemoMark, Task<T>> work)
    {
        await using var db = test.NewDb();
        return await work(new DemoMark(db, test.Settings));
    }
}
