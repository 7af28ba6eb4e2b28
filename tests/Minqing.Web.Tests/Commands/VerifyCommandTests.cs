using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Sealing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Testing;

namespace Minqing.Web.Tests.Commands;

public sealed class VerifyCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_backup_alone_is_checked_and_the_changed_entry_named(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var subject = await FillAsync(test);
        var backup = await BackupAsync(test);

        Assert.Equal((0, true), await VerifyAsync(backup, "Everything is as it was written."));

        await using (var db = Open(test, backup))
            await db.Database.ExecuteSqlRawAsync("update journal set step = 'identity-forgotten' where seq = 2", Ct);

        Assert.Equal((1, true), await VerifyAsync(backup, $"Vault {subject} entry 2: its column step was changed"));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_database_of_an_older_program_is_not_checked_and_what_it_lacks_is_named(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await FillAsync(test);
        var backup = await BackupAsync(test);
        await using (var db = Open(test, backup))
        {
            // As it was before that script: the table it made is missing, and nobody noted it.
            await db.Database.ExecuteSqlRawAsync("drop table appeal_accesses; delete from schema_version where name = '0053_appeal_accesses.sql'", Ct);
        }

        await using var said = new StringWriter();
        Assert.Equal(2, await Web.Commands.Commands.RunAsync(["verify", .. backup], TextWriter.Null, said));
        Assert.EndsWith("Pending: 0053_appeal_accesses.sql\n", said.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "P-13")]
    public async Task A_folder_without_a_database_is_not_sound_by_accident()
    {
        var empty = Directory.CreateTempSubdirectory("minqing-empty-");

        Assert.Equal(2, (await VerifyAsync(["--data", empty.FullName], "")).Exit);
        Assert.Empty(empty.GetFiles());
        empty.Delete();
    }

    private static async Task<Guid> FillAsync(TestDatabase test)
    {
        var log = IdentityLog.Empty(new(Guid.CreateVersion7()));
        for (var i = 0; i < 3; i++)
            Assert.Null(log.Open(OpeningPurpose.Handling, null, new(Actor.Platform, new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc))));
        await using var db = test.NewDb();
        db.IdentityLogs.Add(log);
        await db.SaveChangesAsync(Ct);
        await test.RunAsync<SealJournal, Result<long>>(s => s.RunAsync(Ct));
        return log.Id.Value;
    }

    // What an operator would carry away: a copy of the data folder, or a restored database with the head file.
    private static async Task<string[]> BackupAsync(TestDatabase test)
    {
        if (test.Engine == Engine.Postgres)
            return ["--data", test.Settings.Data, "--postgres", test.Connection];

        await using (var db = test.NewDb())
            await db.Database.ExecuteSqlAsync($"vacuum into {Path.Combine(test.Settings.Data, "minqing.db")}", Ct);
        return ["--data", test.Settings.Data];
    }

    private static Storage.MinqingDb Open(TestDatabase test, string[] backup) => test.Engine == Engine.Postgres
        ? test.NewDb()
        : Databases.Open(Engine.Sqlite, new SqliteConnectionStringBuilder { DataSource = Path.Combine(backup[1], "minqing.db"), Pooling = false }.ToString());

    private static async Task<(int Exit, bool Said)> VerifyAsync(string[] options, string words)
    {
        await using var output = new StringWriter();
        var exit = await Web.Commands.Commands.RunAsync(["verify", .. options], output, TextWriter.Null);
        return (exit, output.ToString().Contains(words, StringComparison.Ordinal));
    }
}
