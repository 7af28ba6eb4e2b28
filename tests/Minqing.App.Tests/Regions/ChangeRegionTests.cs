using Microsoft.EntityFrameworkCore;
using Minqing.App.Regions.Changing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions;

[Trait("Spec", "O-01")]
public sealed class ChangeRegionTests
{
    private const string Street = "620402001000";
    private static readonly DateOnly Founded = new(2025, 1, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_renamed_region_keeps_its_old_name_and_nothing_below_changes(Engine engine)
    {
        await using var test = await CityAsync(engine);

        Assert.True((await ChangeAsync(test, Street, new(Name: "银光路街道"), July)).Ok);

        await using var db = test.NewDb();
        var before = await db.RegionVersions.SingleAsync(Ct);
        Assert.Equal(("人民路街道", Founded, July), (before.Name, before.Since, before.Until));
    }

    [Theory, OnBothDatabases]
    public async Task A_new_code_gives_all_below_new_paths_and_keeps_the_old_ones(Engine engine)
    {
        await using var test = await CityAsync(engine);

        Assert.True((await ChangeAsync(test, Street, new(Code: "620402009000"), July)).Ok);

        await using var db = test.NewDb();
        Assert.Equal("62/0402/009/620402001201/", (await db.Regions.SingleAsync(r => r.Level == RegionLevel.Village, Ct)).Path);
        Assert.Equal(["62/0402/001/", "62/0402/001/201/"], await db.RegionVersions.OrderBy(v => v.Path).Select(v => v.Path).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task A_second_change_on_the_same_day_corrects_the_first(Engine engine)
    {
        await using var test = await CityAsync(engine);
        await ChangeAsync(test, Street, new(Name: "银广路街道"), July);

        await ChangeAsync(test, Street, new(Name: "银光路街道"), July);

        await using var db = test.NewDb();
        Assert.Equal("人民路街道", (await db.RegionVersions.SingleAsync(Ct)).Name);
    }

    [Theory, OnBothDatabases]
    public async Task Impossible_changes_are_named(Engine engine)
    {
        await using var test = await CityAsync(engine);

        Assert.Equal(new NoSuchRegion("620499000000"), (await ChangeAsync(test, "620499000000", new(Name: "无"), July)).Problem);
        Assert.Equal(new NoSuchRegion("620499000000"), (await ChangeAsync(test, Street, new(Parent: "620499000000"), July)).Problem);
        Assert.Equal(new RegionTooLow("620402001201"), (await ChangeAsync(test, Street, new(Parent: "620402001201"), July)).Problem);
        Assert.Equal(new RegionCodeNotUsable("620402001201"), (await ChangeAsync(test, Street, new(Code: "620402001201"), July)).Problem);
        Assert.Equal(new RegionChangedLater(Founded), (await ChangeAsync(test, Street, new(Name: "早"), Founded.AddDays(-1))).Problem);
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_region_is_known_for_the_days_it_was_there(Engine engine)
    {
        await using var test = await CityAsync(engine);

        Assert.Equal(new RegionNotEmpty(1), (await CloseAsync(test, Street)).Problem);
        Assert.True((await CloseAsync(test, "620402001201")).Ok);

        await using var db = test.NewDb();
        Assert.Equal(4, await db.RegionsOn(July.AddDays(-1)).CountAsync(Ct));
        Assert.Equal(3, await db.RegionsOn(July).CountAsync(Ct));
        Assert.Equal(3, await db.Regions.Open().CountAsync(Ct));
    }

    private static async Task<TestDatabase> CityAsync(Engine engine)
    {
        var test = await TestDatabase.OnAsync(engine);
        await using var db = test.NewDb();
        var province = Add("620000000000", "甘肃省", RegionLevel.Province, null);
        var county = Add("620402000000", "白银区", RegionLevel.County, province);
        var street = Add(Street, "人民路街道", RegionLevel.Township, county);
        Add("620402001201", "红卫社区", RegionLevel.Village, street);
        await db.SaveChangesAsync(Ct);
        return test;

        Region Add(string code, string name, RegionLevel level, Region? parent) =>
            db.Regions.Add(new(new(Guid.CreateVersion7()), code, name, level, parent, Founded)).Entity;
    }

    private static Task<Result<Done>> ChangeAsync(TestDatabase test, string code, RegionChange change, DateOnly on) =>
        test.RunAsync<ChangeRegion, Result<Done>>(u => u.RunAsync(code, change, on, Ct));

    private static Task<Result<Done>> CloseAsync(TestDatabase test, string code) => test.RunAsync<CloseRegion, Result<Done>>(u => u.RunAsync(code, July, Ct));
}
