using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Exporting;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions;

[Trait("Spec", "O-02")]
public sealed class ImportRegionsTests
{
    private const string Small = """
        code,name,level,parent
        62,甘肃省,province,
        6204,白银市,city,62
        620402,白银区,county,6204
        620402001,人民路街道,township,620402
        620402001201,红卫社区,village,620402001
        620402001201001,红卫第一网格,grid,620402001201
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_file_becomes_a_tree_with_paths(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var imported = await ImportAsync(test, Small);

        Assert.Equal(6, imported.Value.Added);
        await using var db = test.NewDb();
        var grid = await db.Regions.SingleAsync(r => r.Code == "620402001201001", Ct);
        Assert.Equal(("62/04/02/001/201/001/", RegionLevel.Grid), (grid.Path, grid.Level));
    }

    [Theory, OnBothDatabases]
    public async Task The_order_of_rows_does_not_matter(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var lines = Small.Split('\n');

        Assert.Equal(6, (await ImportAsync(test, string.Join('\n', [lines[0], .. lines[1..].Reverse()]))).Value.Added);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_file_twice_changes_nothing(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, Small);

        var second = (await ImportAsync(test, Small)).Value;

        Assert.Equal((0, 0, 6), (second.Added, second.Changed, second.Same));
        await using var db = test.NewDb();
        Assert.Equal(0, await db.RegionVersions.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task What_goes_out_comes_in_without_a_change(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, Small);
        using var file = new MemoryStream();

        Assert.Equal(6, (await test.RunAsync<ExportRegions, Result<int>>(u => u.RunAsync(file, null, Ct))).Value);

        var again = (await ImportAsync(test, file.ToArray(), new())).Value;
        Assert.Equal((0, 0, 6), (again.Added, again.Changed, again.Same));
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_tells_what_would_happen_and_does_nothing(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var dry = (await ImportAsync(test, Small, new(DryRun: true))).Value;

        Assert.Equal((6, true), (dry.Added, dry.DryRun));
        await using var db = test.NewDb();
        Assert.Equal(0, await db.Regions.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task GB18030_is_recognised(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("代码,名称,级别,上级\n62,甘肃省,省,\n6204,白银市,市,62\n");

        Assert.Equal(2, (await ImportAsync(test, bytes, new())).Value.Added);

        await using var db = test.NewDb();
        Assert.Equal("白银市", (await db.Regions.SingleAsync(r => r.Code == "620400000000", Ct)).Name);
    }

    [Theory, OnBothDatabases]
    public async Task Every_bad_row_is_told_by_line_and_nothing_is_taken(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        const string bad = """
            code,name,level,parent
            62,甘肃省,province,
            62x4,白银市,city,62
            6204,,city,62
            620402,白银区,shire,62
            620403,平川区,county,99
            620000000000,甘肃,province,
            620421101,北湾镇,township,62
            620421101201,金山村,village,620421101
            620421101201001,第一网格,grid,620421102201
            620421101,又一个,county,62
            620421101202,富坪村,village,620421101201
            """;

        var refused = Assert.IsType<RowsRefused>((await ImportAsync(test, bad)).Problem);

        Assert.Equal(
            [
                new(3, new RegionCodeNotValid("62x4", RegionLevel.City)),
                new(4, new CellMissing("name")),
                new(5, new CellNotUnderstood("level", "shire")),
                new(6, new ParentUnknown("990000000000")),
                new(7, new RowTwice("code", "620000000000", 2)),
                new(10, new GridNotOfVillage("620421101201001", "620421102201")),
                new(11, new RegionCodeNotValid("620421101", RegionLevel.County)),
                new(12, new LevelNotBelowParent(RegionLevel.Village, RegionLevel.Village)),
            ],
            refused.Rows);
        await using var db = test.NewDb();
        Assert.Equal(0, await db.Regions.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task Rows_below_a_refused_one_are_not_told_too(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        var refused = Assert.IsType<RowsRefused>((await ImportAsync(test, "code,name,level,parent\n6204,白银市,city,62\n620402,白银区,county,6204\n")).Problem);

        Assert.Equal([new(2, new ParentUnknown("620000000000"))], refused.Rows);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_grids_needs_only_codes_and_names(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, Small);

        Assert.Equal(1, (await ImportAsync(test, "code,name\n620402001201001,红卫第一网格\n620402001201002,红卫第二网格\n")).Value.Added);

        await using var db = test.NewDb();
        var village = await db.Regions.SingleAsync(r => r.Code == "620402001201", Ct);
        Assert.Equal(3, await db.Regions.Under(village).CountAsync(Ct));
    }

    [Theory, OnBothDatabases, Trait("Spec", "O-01")]
    public async Task A_new_name_keeps_the_old_one_by_date(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, Small, new(On: new DateOnly(2025, 1, 1)));

        var changed = (await ImportAsync(test, Small.Replace("人民路街道", "银光路街道"), new(On: new DateOnly(2026, 7, 1)))).Value;

        Assert.Equal((0, 1, 5), (changed.Added, changed.Changed, changed.Same));
        await using var db = test.NewDb();
        Assert.Equal("人民路街道", (await db.RegionsOn(new(2026, 6, 30)).SingleAsync(r => r.Code == "620402001000", Ct)).Name);
        Assert.Equal("银光路街道", (await db.RegionsOn(new(2026, 7, 1)).SingleAsync(r => r.Code == "620402001000", Ct)).Name);
        Assert.Equal(6, await db.RegionsOn(new(2026, 6, 30)).CountAsync(Ct));
        Assert.Equal(0, await db.RegionsOn(new(2024, 12, 31)).CountAsync(Ct));
    }

    [Theory, OnBothDatabases, Trait("Spec", "O-01")]
    public async Task What_is_below_a_moved_region_follows_and_the_old_tree_stays_known(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, Small + "\n620403,平川区,county,6204\n", new(On: new DateOnly(2025, 1, 1)));

        var changed = (await ImportAsync(test, "code,name,level,parent\n620402001,人民路街道,township,620403\n", new(On: new DateOnly(2026, 7, 1)))).Value;

        Assert.Equal(3, changed.Changed);
        await using var db = test.NewDb();
        Assert.Equal("62/04/03/620402001/201/001/", (await db.Regions.SingleAsync(r => r.Level == RegionLevel.Grid, Ct)).Path);
        Assert.Equal("62/04/02/001/201/001/", (await db.RegionsOn(new(2026, 6, 30)).SingleAsync(r => r.Level == RegionLevel.Grid, Ct)).Path);
    }

    [Theory, OnBothDatabases, Trait("Spec", "O-01")]
    public async Task A_file_that_speaks_for_an_earlier_day_than_the_last_change_is_refused(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, Small, new(On: new DateOnly(2026, 7, 1)));

        var refused = Assert.IsType<RowsRefused>((await ImportAsync(test, Small.Replace("人民路", "银光路"), new(On: new DateOnly(2026, 1, 1)))).Problem);

        Assert.Equal([new(5, new ChangedLater("620402001000", new(2026, 7, 1)))], refused.Rows);
    }

    [Theory, OnBothDatabases("511781", "511781/", 3)]
    [OnBothDatabases("500104003", "500104003/", 2)]
    [Trait("Spec", "O-01")]
    public async Task A_county_level_city_or_a_single_street_can_be_the_root(Engine engine, string root, string path, int regions)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        const string country = """
            code,name,level,parent
            51,四川省,province,
            5117,达州市,city,51
            511781,万源市,county,5117
            511781001,太平镇,township,511781
            511781001001,东街社区,village,511781001
            50,重庆市,province,
            5001,市辖区,city,50
            500104,大渡口区,county,5001
            500104003,跃进村街道,township,500104
            500104003001,钢花路社区,village,500104003
            """;

        var imported = (await ImportAsync(test, country, new(Root: root))).Value;

        Assert.Equal((regions, 10 - regions), (imported.Added, imported.Skipped));
        await using var db = test.NewDb();
        var top = await db.Regions.SingleAsync(r => r.ParentId == null, Ct);
        Assert.Equal(path, top.Path);
        Assert.Equal(regions, await db.Regions.Under(top).CountAsync(Ct));
    }

    [Theory, OnBothDatabases, Trait("Spec", "O-01")]
    public async Task A_town_may_stand_right_below_a_city(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await ImportAsync(test, "code,name,level,parent\n44,广东省,province,\n4419,东莞市,city,44\n441900003,东城街道,township,4419\n");

        await using var db = test.NewDb();
        Assert.Equal("44/19/00003/", (await db.Regions.SingleAsync(r => r.Level == RegionLevel.Township, Ct)).Path);
    }

    [Theory, OnBothDatabases]
    public async Task A_root_that_is_not_in_the_file_is_told(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        Assert.Equal(new RootUnknown("51"), (await ImportAsync(test, Small, new(Root: "51"))).Problem);
    }

    private static Task<Result<Imported>> ImportAsync(TestDatabase test, string csv, ImportOptions? options = null) => ImportAsync(test, Encoding.UTF8.GetBytes(csv), options ?? new());
    private static Task<Result<Imported>> ImportAsync(TestDatabase test, byte[] file, ImportOptions options) =>
        test.RunAsync<ImportRegions, Result<Imported>>(u => u.RunAsync(file, options, null, Ct));
}
