using Microsoft.EntityFrameworkCore;
using Minqing.Testing;

namespace Minqing.Web.Tests.Commands;

[Trait("Spec", "D-06")]
public sealed class RecomputeCommandTests
{
    [Theory, OnBothDatabases]
    public async Task It_shows_or_moves_and_nothing_without_being_told_which(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        string[] options = engine == Engine.Postgres ? ["--data", test.Settings.Data, "--postgres", test.Connection] : ["--data", test.Settings.Data];
        if (engine == Engine.Sqlite)
        {
            await using var db = test.NewDb();
            await db.Database.ExecuteSqlAsync($"vacuum into {Path.Combine(test.Settings.Data, "minqing.db")}", TestContext.Current.CancellationToken);
        }

        Assert.Equal((0, true), await RunAsync([.. options, "--preview"], "0 open appeals: 0 limits would move later, 0 earlier."));
        Assert.Equal((0, true), await RunAsync([.. options, "--apply"], "0 open appeals: 0 limits moved later, 0 earlier."));
        Assert.NotEqual(0, (await RunAsync(options, "")).Exit);
        Assert.NotEqual(0, (await RunAsync([.. options, "--preview", "--apply"], "")).Exit);
    }

    private static async Task<(int Exit, bool Said)> RunAsync(string[] options, string words)
    {
        await using var output = new StringWriter();
        var exit = await Web.Commands.Commands.RunAsync(["recompute", .. options], output, TextWriter.Null);
        return (exit, output.ToString().Contains(words, StringComparison.Ordinal));
    }
}
