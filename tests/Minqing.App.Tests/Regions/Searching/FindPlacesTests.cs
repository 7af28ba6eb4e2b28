using Minqing.App.Regions.Changing;
using Minqing.App.Regions.Codes;
using Minqing.App.Regions.Searching;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions.Searching;

[Trait("Spec", "I-20")]
public sealed class FindPlacesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("水川")]
    [OnBothDatabases("川镇")]
    [OnBothDatabases("scz")]
    [OnBothDatabases("CZ")]
    [OnBothDatabases("白银区 水川")]
    [OnBothDatabases("byq scz")]
    public async Task A_place_is_found_by_part_of_its_name_and_by_initials(Engine engine, string typed)
    {
        await using var city = await SmallCity.OnAsync(engine);

        Assert.Contains((await FindAsync(city, typed)), p => p is { Name: "水川镇", Around: "白银区" });
    }

    [Theory]
    [OnBothDatabases("水")]
    [OnBothDatabases("川水")]
    [OnBothDatabases("%")]
    [OnBothDatabases("会宁 水川")]
    [OnBothDatabases("")]
    public async Task Other_words_find_nothing(Engine engine, string typed)
    {
        await using var city = await SmallCity.OnAsync(engine);

        Assert.Empty(await FindAsync(city, typed));
    }

    [Theory, OnBothDatabases]
    public async Task A_posted_code_is_found_as_soon_as_it_hangs_and_no_longer_than_that(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await FindAsync(city, "水川");
        var grid = await city.RegionAsync(SmallCity.Grid);

        var code = (await city.Test.RunAsync<IssueSiteCode, Result<SiteCode>>(u => u.RunAsync(new(SiteCodeKind.Building, grid.Id, "胜利街12号院", "3号楼"), Ct))).Value.Code;
        var found = await FindAsync(city, "水川 slj12");
        await city.Test.RunAsync<RevokeSiteCode, Result<Done>>(u => u.RunAsync(code, Ct));

        Assert.Equal([(code, true, "白银区 · 水川镇 · 村201 · 第一网格")], found.Select(p => (p.Code, p.Coded, p.Around)));
        Assert.Empty(await FindAsync(city, "水川 slj12"));
    }

    [Theory, OnBothDatabases]
    public async Task A_renamed_place_is_found_by_its_new_name_only(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await FindAsync(city, "水川");

        await city.Test.RunAsync<ChangeRegion, Result<Done>>(u => u.RunAsync(SmallCity.Town, new(Name: "长征镇"), new(2026, 6, 1), Ct));

        Assert.Equal(["长征镇"], (await FindAsync(city, "zzz")).Select(p => p.Name));
        Assert.Equal(["长征镇"], (await FindAsync(city, "czz")).Select(p => p.Name));
        Assert.Empty(await FindAsync(city, "scz"));
    }

    [Theory, OnBothDatabases]
    public async Task Only_what_lies_in_the_scope_is_found(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);

        var found = await FindAsync(city, "cun201", await city.ViewerAsync(Role.TownCentre, SmallCity.Town));
        var both = await FindAsync(city, "c201");

        Assert.Empty(found);
        Assert.Equal(["水川镇", "四龙镇"], both.Select(p => p.Around[^3..]));
        Assert.Single(await FindAsync(city, "c201", await city.ViewerAsync(Role.TownCentre, SmallCity.Town)));
    }

    private static async Task<IReadOnlyList<FoundPlace>> FindAsync(SmallCity city, string typed, App.People.Viewer? viewer = null)
    {
        viewer ??= await city.ViewerAsync(Role.CountyCentre, SmallCity.County);
        return await city.Test.RunAsync<FindPlaces, IReadOnlyList<FoundPlace>>(u => u.RunAsync([.. viewer.Scope(Permission.SeeAppeal).Reaches.Select(r => r.Area!.Value)], typed, Ct));
    }
}
