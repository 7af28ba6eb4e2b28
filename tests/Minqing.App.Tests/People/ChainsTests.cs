using Minqing.App.People;
using Minqing.App.People.Posts;
using Minqing.App.Regions.Changing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.People;

public sealed class ChainsTests
{
    private static readonly Role[] FirstTier = [Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre];

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task For_any_grid_the_people_of_every_tier_are_known(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);

        var chain = (await city.AtAsync(SmallCity.Grid)).Chain;

        Assert.Equal(
            [.. FirstTier, Role.TownCommissioner, Role.TownHead, Role.CountyLeaderInCharge, Role.CountyPoliticalLegalSecretary, Role.CountyHead, Role.CityPoliticalLegalSecretary],
            chain.Links.SelectMany(l => l.Acting).Select(p => p.Role));
        Assert.Empty(chain.Gaps);
        Assert.All(chain.Links.SelectMany(l => l.Acting), p => Assert.NotNull(p.Phone));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-03")]
    public async Task The_units_that_serve_a_place_are_known_by_level(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);

        var place = await city.AtAsync(SmallCity.Grid);

        Assert.Equal((await city.PostAsync(Role.VillageSecretary, SmallCity.Village)).Unit, place.Unit(RegionLevel.Village, UnitKind.Village));
        Assert.Equal((await city.PostAsync(Role.CountyHead, SmallCity.County)).Unit, place.Unit(RegionLevel.County, UnitKind.GovernanceCentre));
        Assert.Null(place.Unit(RegionLevel.County, UnitKind.Department));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task A_tier_that_falls_vacant_is_filled_by_the_next_at_once(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await city.AtAsync(SmallCity.Grid);

        await EndAsync(city, FirstTier, SmallCity.Village);

        var first = (await city.AtAsync(SmallCity.Grid)).Chain.Tier(1)!;
        Assert.Equal(2, first.FilledBy);
        Assert.Equal(FirstTier, first.Gaps.Select(p => p.Role));
        Assert.Equal(1, (await city.AtAsync(SmallCity.OtherVillage)).Chain.Tier(1)!.FilledBy);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task Who_is_appointed_answers_at_once(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await EndAsync(city, FirstTier, SmallCity.Village);
        await city.AtAsync(SmallCity.Grid);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.VillagePolice, SmallCity.Village));
        var neighbour = (await city.PostAsync(Role.VillagePolice, SmallCity.OtherVillage)).Holder!.Value;

        var done = await city.Test.RunAsync<AppointHolder, Result<Done>>(a => a.RunAsync(admin, post.Id, neighbour, null, TestContext.Current.CancellationToken));

        Assert.True(done.Ok);
        Assert.Equal(neighbour, Assert.Single((await city.AtAsync(SmallCity.Grid)).Chain.Tier(1)!.Acting).Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task What_another_node_changed_counts_when_the_stamp_is_looked_at_again(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var other = new PeopleCache(city.Test.Clock);
        await city.AtAsync(other, SmallCity.Grid);

        await EndAsync(city, FirstTier, SmallCity.Village);
        other.Changed();

        Assert.Equal(2, (await city.AtAsync(other, SmallCity.Grid)).Chain.Tier(1)!.FilledBy);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task A_vacant_tier_shows_in_the_list_of_whoever_fills_it(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var village = new TierKey(1, (await city.RegionAsync(SmallCity.Village)).Id);
        Assert.DoesNotContain(village, await TiersAsync(city, Role.TownCommissioner));

        await EndAsync(city, FirstTier, SmallCity.Village);
        Assert.Contains(village, await TiersAsync(city, Role.TownCommissioner));
        Assert.DoesNotContain(village, await TiersAsync(city, Role.TownHead));

        await EndAsync(city, [Role.TownCommissioner], SmallCity.Town);
        Assert.Equal(
            [new(3, village.Region), new(2, village.Region), village],
            (await TiersAsync(city, Role.TownHead)).Select(t => t.Tier == 1 ? t : t with { Region = village.Region }));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task A_village_that_gets_another_code_and_town_keeps_its_people(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var change = new RegionChange(Code: "620402101203", Parent: "620402101000");
        var moved = await city.Test.RunAsync<ChangeRegion, Result<Done>>(c => c.RunAsync(SmallCity.Village, change, new(2026, 3, 2), TestContext.Current.CancellationToken));
        Assert.True(moved.Ok, $"{moved.Problem}");

        var chain = (await city.AtAsync("620402101203")).Chain;
        var secretary = await city.ViewerAsync(Role.VillageSecretary, "620402101203");

        Assert.Equal(FirstTier, chain.Tier(1)!.Acting.Select(p => p.Role));
        Assert.Equal((await city.PostAsync(Role.TownCommissioner, "620402101000")).Holder, Assert.Single(chain.Tier(2)!.Acting).Person);
        Assert.True(secretary.May(Permission.SeeAppeal, (await city.RegionAsync("620402101203")).Path));
    }

    private static async Task<IReadOnlyList<TierKey>> TiersAsync(SmallCity city, Role role) =>
        Assert.Single((await city.ViewerAsync(role, SmallCity.Town)).Posts).Tiers;

    private static async Task EndAsync(SmallCity city, Role[] roles, string region)
    {
        var admin = await city.AdministratorAsync();
        foreach (var role in roles)
        {
            var post = await city.PostAsync(role, region);
            var done = await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, TestContext.Current.CancellationToken));
            Assert.True(done.Ok, $"{done.Problem}");
        }
    }
}
