using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.Testing;

namespace Minqing.Web.Tests.Commands;

[Trait("Spec", "O-02")]
public sealed class ImportCommandTests
{
    private const string Regions = "code,name,level,parent\n62,甘肃省,province,\n6204,白银市,city,62\n620402,白银区,county,6204\n";

    [Theory, OnBothDatabases]
    public async Task A_file_is_taken_and_given_back(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var (code, output, _) = await RunAsync(test, ["import", "regions"], Regions);
        Assert.Equal((0, "3 rows: 3 added, 0 changed, 0 the same"), (code, output.Split(';')[0]));

        var file = Path.Combine(test.Settings.Data, "out.csv");
        Assert.Equal((0, "2 rows\n", ""), await RunAsync(test, ["export", "regions", file, "--root", "6204"]));
        Assert.Equal("code,name,level,parent\n620400000000,白银市,city,620000000000\n620402000000,白银区,county,620400000000\n", (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        Assert.Contains("0 added, 0 changed, 2 the same", (await RunAsync(test, ["import", "regions", file])).Output, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_says_so_and_changes_nothing(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var (code, output, _) = await RunAsync(test, ["import", "regions", "--dry-run"], Regions);

        Assert.Equal(0, code);
        Assert.EndsWith("Dry run: nothing was changed.\n", output, StringComparison.Ordinal);
        await using var db = test.NewDb();
        Assert.Equal(0, await db.Regions.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task Bad_rows_are_told_by_line_and_reason(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var (code, output, error) = await RunAsync(test, ["import", "regions"], "code,name,level,parent\n62,甘肃省,province,\n6204,,city,62\n620402,白银区,county,99\n");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal(
            ["line 3: cell-missing: “name”没填。", "line 4: parent-unknown: parent: 上级 990000000000 不在文件里，也不在系统里。", "rows-refused: 有 2 处问题，什么都没有导入。"],
            error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, OnBothDatabases]
    public async Task Places_get_codes(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await RunAsync(test, ["import", "regions"], "code,name,level,parent\n620402001201,红卫社区,village,\n");

        Assert.Equal(0, (await RunAsync(test, ["import", "codes"], "region,address\n620402001201,红卫社区居委会\n")).Code);

        var file = Path.Combine(test.Settings.Data, "codes.csv");
        Assert.Equal((0, "1 rows\n", ""), await RunAsync(test, ["export", "codes", file]));
        Assert.Matches("^[2-9A-HJ-NP-Z]{8},building,620402001201,红卫社区居委会,,,,,http://127.0.0.1:5311/q/", (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[1]);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(TestDatabase test, string[] args, string? csv = null)
    {
        if (csv is not null)
        {
            var file = Path.Combine(test.Settings.Data, "in.csv");
            await File.WriteAllTextAsync(file, csv, Encoding.UTF8);
            args = [.. args, file];
        }

        // The command opens the data folder's own database where no PostgreSQL is named: that of the test is put there.
        if (test.Engine == Engine.Sqlite && !File.Exists(Path.Combine(test.Settings.Data, "minqing.db")))
            File.CreateSymbolicLink(Path.Combine(test.Settings.Data, "minqing.db"), new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(test.Connection).DataSource);
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Web.Commands.Commands.RunAsync([.. args, "--data", test.Settings.Data, .. test.Engine == Engine.Postgres ? ["--postgres", test.Connection] : Array.Empty<string>()], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
