using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Codes;
using Minqing.App.Regions.Exporting;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions;

[Trait("Spec", "O-02")]
[Trait("Spec", "I-01")]
public sealed class ImportSiteCodesTests
{
    private const string Regions = "code,name,level,parent\n620402,白银区,county,\n620402001,人民路街道,township,620402\n620402001201,红卫社区,village,620402001\n620402001201001,第一网格,grid,\n";

    private const string Codes = """
        region,address,building,kind,lat,lon,unit
        620402001201001,红卫社区胜利街 12 号院,3 号楼,building,36.54,104.17,
        620402001201001,红卫社区胜利街 12 号院,4 号楼,,,,
        620402001201,红卫社区居委会,,公示栏,,,V001
        """;

    private static readonly UnitId Village = new(Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Places_get_codes_and_the_same_file_twice_changes_nothing(Engine engine)
    {
        await using var test = await StreetAsync(engine);

        Assert.Equal(3, (await ImportAsync(test, Codes)).Value.Added);
        var again = (await ImportAsync(test, Codes)).Value;

        Assert.Equal((0, 0, 3), (again.Added, again.Changed, again.Same));
        await using var db = test.NewDb();
        var board = await db.SiteCodes.SingleAsync(c => c.Address == "红卫社区居委会", Ct);
        Assert.Equal((SiteCodeKind.Board, Village), (board.Kind, board.Unit));
    }

    [Theory, OnBothDatabases]
    public async Task What_goes_out_comes_in_without_a_change(Engine engine)
    {
        await using var test = await StreetAsync(engine);
        await ImportAsync(test, Codes);
        using var file = new MemoryStream();

        var rows = await test.RunAsync<ExportSiteCodes, int>(u => u.RunAsync(file, new("620402/"), new Dictionary<UnitId, string> { [Village] = "V001" }, Ct));

        Assert.Equal(3, rows);
        var again = (await ImportAsync(test, Encoding.UTF8.GetString(file.ToArray()))).Value;
        Assert.Equal((0, 0, 3), (again.Added, again.Changed, again.Same));
    }

    [Theory, OnBothDatabases]
    public async Task The_place_of_a_revoked_code_gets_a_new_one(Engine engine)
    {
        await using var test = await StreetAsync(engine);
        await ImportAsync(test, Codes);
        await using var db = test.NewDb();
        var code = await db.SiteCodes.FirstAsync(Ct);
        await test.RunAsync<RevokeSiteCode, Result<Done>>(u => u.RunAsync(code.Code, Ct));

        Assert.Equal(1, (await ImportAsync(test, Codes)).Value.Added);
    }

    [Theory, OnBothDatabases]
    public async Task Every_bad_row_is_told_by_line_and_nothing_is_taken(Engine engine)
    {
        await using var test = await StreetAsync(engine);
        const string bad = """
            code,region,address,building,kind,lat,lon,unit
            ,620402001201001,胜利街 1 号,,building,,,
            ,620499001201,胜利街 2 号,,building,,,
            ,620402001,胜利街 3 号,,building,,,
            ,620402001201,,,building,,,
            ,620402001201,胜利街 4 号,,tower,,,
            ,620402001201,胜利街 5 号,,building,91,104,
            ,620402001201,胜利街 6 号,,building,36,,
            ,620402001201,胜利街 7 号,,building,,,V999
            10OI,620402001201,胜利街 8 号,,building,,,
            ,620402001201001,胜利街 1 号,,households,,,
            """;

        var refused = Assert.IsType<RowsRefused>((await ImportAsync(test, bad)).Problem);

        Assert.Equal(
            [
                new(3, new CellNotUnderstood("region", "620499001201")),
                new(4, new SiteNeedsGrid()),
                new(5, new CellMissing("address")),
                new(6, new CellNotUnderstood("kind", "tower")),
                new(7, new CellNotUnderstood("lat", "91")),
                new(8, new CellMissing("lon")),
                new(9, new CellNotUnderstood("unit", "V999")),
                new(10, new CellNotUnderstood("code", "10OI")),
                new(11, new RowTwice("address", "胜利街 1 号", 2)),
            ],
            refused.Rows);
        await using var db = test.NewDb();
        Assert.Equal(0, await db.SiteCodes.CountAsync(Ct));
    }

    private static async Task<TestDatabase> StreetAsync(Engine engine)
    {
        var test = await TestDatabase.OnAsync(engine);
        await test.RunAsync<ImportRegions, Result<Imported>>(u => u.RunAsync(Encoding.UTF8.GetBytes(Regions), new(), null, Ct));
        return test;
    }

    private static Task<Result<Imported>> ImportAsync(TestDatabase test, string csv) =>
        test.RunAsync<ImportSiteCodes, Result<Imported>>(u => u.RunAsync(Encoding.UTF8.GetBytes(csv), new Dictionary<string, UnitId> { ["V001"] = Village }, false, Ct));
}
