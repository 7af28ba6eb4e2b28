using Minqing.App.Administration.Codes;
using Minqing.App.Administration.Places;
using Minqing.App.People;
using Minqing.App.People.Posts;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>Regions and posted codes as an administrator finds and changes them.</summary>
public sealed class PlacesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-01")]
    public async Task Regions_are_found_by_a_part_of_the_name_by_code_and_by_walking_down(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();

        Assert.Equal([SmallCity.City], await FoundAsync(city, admin, null, null));
        Assert.Equal([SmallCity.County], await FoundAsync(city, admin, null, SmallCity.City));
        Assert.Equal([SmallCity.Town], await FoundAsync(city, admin, "水川", null));
        Assert.Equal(["620402100201", "620402101201"], await FoundAsync(city, admin, "村201", SmallCity.County));
        Assert.Equal([SmallCity.Village, SmallCity.Grid], await FoundAsync(city, admin, SmallCity.Village, null));
        Assert.Empty(await FoundAsync(city, admin, "水川", SmallCity.OtherVillage));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task A_region_tells_its_seven_tiers_with_masked_numbers_and_who_stands_in(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        var vacant = await city.PostAsync(Role.TownCommissioner, SmallCity.Town);
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, vacant.Id, null, Ct));

        var sheet = (await city.Test.RunAsync<ReadRegion, Result<RegionSheet>>(r => r.RunAsync(admin, SmallCity.Grid, Ct))).Value;

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sheet.Tiers.Select(t => t.No));
        Assert.Equal(3, sheet.Tiers[0].Posts.Count);
        Assert.All(sheet.Tiers[0].Posts, p => Assert.Equal("199****0001", p.Phone));
        Assert.Equal((3, Role.TownHead), (sheet.Tiers[1].FilledBy, sheet.Tiers[1].Acting.Single().Role));
        Assert.Equal([SmallCity.City, SmallCity.County, SmallCity.Town, SmallCity.Village], sheet.Above.Select(a => a.Code));
        Assert.NotEmpty(sheet.Units);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-01")]
    public async Task A_code_is_made_replaced_and_revoked_and_the_lists_follow(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();

        var first = (await MakeAsync(city, admin, SmallCity.Grid, "胜利街 12 号院")).Value.Code;
        var second = (await city.Test.RunAsync<RenewSiteCode, Result<SiteCode>>(r => r.RunAsync(admin, first, Ct))).Value.Code;
        var third = (await MakeAsync(city, admin, SmallCity.Village, "公示栏")).Value.Code;
        var revoked = await city.Test.RunAsync<WithdrawSiteCode, Result<Done>>(w => w.RunAsync(admin, third, Ct));
        var ended = (await ListAsync(city, admin, SmallCity.Town, ended: true)).Value.Rows;

        Assert.True(revoked.Ok);
        Assert.Equal([second], (await ListAsync(city, admin, SmallCity.Town)).Value.Rows.Select(r => r.Code));
        Assert.Equal(new[] { first, third }.Order(), ended.Select(r => r.Code).Order());
        Assert.Equal(second, ended.Single(r => r.Code == first).Successor);
    }

    [Theory, OnBothDatabases]
    public async Task Codes_of_a_large_area_are_not_listed_and_unusable_places_are_named(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();

        Assert.IsType<AreaTooLarge>((await ListAsync(city, admin, SmallCity.County)).Problem);
        Assert.Equal(new NoSuchRegion("nowhere"), (await ListAsync(city, admin, "nowhere")).Problem);
        Assert.IsType<AddressNotUsable>((await MakeAsync(city, admin, SmallCity.Grid, " ")).Problem);
        Assert.IsType<SiteNeedsGrid>((await MakeAsync(city, admin, SmallCity.Town, "门口")).Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Who_does_not_manage_codes_touches_none(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var head = await city.ViewerAsync(Role.CountyHead, SmallCity.County);
        var code = (await MakeAsync(city, await city.AdministratorAsync(), SmallCity.Grid, "胜利街 12 号院")).Value.Code;

        var no = new NotForYou(Permission.ManageCodes);
        Assert.Equal(no, (await ListAsync(city, head, SmallCity.Town)).Problem);
        Assert.Equal(no, (await MakeAsync(city, head, SmallCity.Grid, "x")).Problem);
        Assert.Equal(no, (await city.Test.RunAsync<RenewSiteCode, Result<SiteCode>>(r => r.RunAsync(head, code, Ct))).Problem);
        Assert.Equal(no, (await city.Test.RunAsync<WithdrawSiteCode, Result<Done>>(w => w.RunAsync(head, code, Ct))).Problem);
        Assert.Equal(new NotForYou(Permission.ManageRegions), (await city.Test.RunAsync<FindRegions, Result<RegionPage>>(f => f.RunAsync(head, null, null, null, Ct))).Problem);
    }

    private static async Task<List<string>> FoundAsync(SmallCity city, Viewer viewer, string? words, string? below) =>
        [.. (await city.Test.RunAsync<FindRegions, Result<RegionPage>>(f => f.RunAsync(viewer, words, below, null, Ct))).Value.Rows.Select(r => r.Code)];

    private static Task<Result<SiteCodePage>> ListAsync(SmallCity city, Viewer viewer, string region, bool ended = false) =>
        city.Test.RunAsync<ListSiteCodes, Result<SiteCodePage>>(l => l.RunAsync(viewer, region, ended, null, Ct));

    private static Task<Result<SiteCode>> MakeAsync(SmallCity city, Viewer viewer, string region, string address) =>
        city.Test.RunAsync<MakeSiteCode, Result<SiteCode>>(m => m.RunAsync(viewer, new(SiteCodeKind.Building, region, address, ""), Ct));
}
