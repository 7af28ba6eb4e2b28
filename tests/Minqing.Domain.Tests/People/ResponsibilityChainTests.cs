using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.People;

public sealed class ResponsibilityChainTests
{
    private static readonly Tier[] Seven =
    [
        new(1, RegionLevel.Village, [Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre]),
        new(2, RegionLevel.Township, [Role.TownCommissioner]),
        new(3, RegionLevel.Township, [Role.TownHead]),
        new(4, RegionLevel.Township, [Role.CountyLeaderInCharge]),
        new(5, RegionLevel.County, [Role.CountyPoliticalLegalSecretary]),
        new(6, RegionLevel.County, [Role.CountyHead]),
        new(7, RegionLevel.City, [Role.CityPoliticalLegalSecretary]),
    ];

    private static readonly Dictionary<RegionLevel, RegionId> Lineage = new[] { RegionLevel.City, RegionLevel.County, RegionLevel.Township, RegionLevel.Village, RegionLevel.Grid }
        .ToDictionary(l => l, _ => new RegionId(Guid.CreateVersion7()));

    [Fact]
    [Trait("Spec", "O-05")]
    public void Every_tier_has_its_own_people_lowest_first()
    {
        var chain = Chain();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], chain.Links.Select(l => l.No));
        Assert.Equal(Seven.Select(t => string.Join(',', t.Roles)), chain.Links.Select(l => string.Join(',', l.Acting.Select(p => p.Role))));
        Assert.DoesNotContain(chain.Links, l => l.Vacant);
    }

    [Fact]
    [Trait("Spec", "O-05")]
    public void One_vacant_post_is_a_gap_but_leaves_its_tier_to_the_others()
    {
        var chain = Chain(Role.VillageSecretary);

        Assert.Equal([Role.VillagePolice, Role.PostedCadre], chain.Tier(1)!.Acting.Select(p => p.Role));
        Assert.False(chain.Tier(1)!.Vacant);
        Assert.Equal(Role.VillageSecretary, Assert.Single(chain.Gaps).Role);
    }

    [Fact]
    [Trait("Spec", "O-05")]
    public void A_vacant_tier_is_filled_by_the_next()
    {
        var first = Chain(Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre).Tier(1)!;

        Assert.True(first.Vacant);
        Assert.Equal(2, first.FilledBy);
        Assert.Equal(Role.TownCommissioner, Assert.Single(first.Acting).Role);
    }

    [Fact]
    [Trait("Spec", "O-05")]
    public void Two_vacant_tiers_in_a_row_are_both_filled_by_the_first_that_has_anyone()
    {
        var chain = Chain(Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre, Role.TownCommissioner);

        Assert.Equal((3, 3), (chain.Tier(1)!.FilledBy, chain.Tier(2)!.FilledBy));
    }

    [Fact]
    [Trait("Spec", "O-05")]
    public void A_vacant_top_has_nobody_to_fill_it() => Assert.Null(Chain(Role.CityPoliticalLegalSecretary).Tier(7)!.FilledBy);

    [Fact]
    [Trait("Spec", "O-05")]
    public void A_tier_without_any_post_is_vacant_too()
    {
        var posts = Posts([]).Where(p => p.Role != Role.TownHead).ToList();

        Assert.Equal(4, ResponsibilityChain.Of(Seven, Lineage, posts).Tier(3)!.FilledBy);
    }

    [Fact]
    [Trait("Spec", "O-05")]
    public void Where_a_level_does_not_exist_its_tiers_are_left_out()
    {
        var lineage = Lineage.Where(l => l.Key != RegionLevel.County).ToDictionary();

        Assert.Equal([1, 2, 3, 4, 7], ResponsibilityChain.Of(Seven, lineage, Posts([])).Links.Select(l => l.No));
    }

    private static ResponsibilityChain Chain(params Role[] vacant) => ResponsibilityChain.Of(Seven, Lineage, Posts(vacant));

    private static List<ChainPost> Posts(Role[] vacant) =>
    [
        .. from tier in Seven
           from role in tier.Roles
           let person = vacant.Contains(role) ? (PersonId?)null : new PersonId(Guid.CreateVersion7())
           select new ChainPost(new(Guid.CreateVersion7()), role, PostRank.Principal, new(Guid.CreateVersion7()), Lineage[tier.Level], person, person is null ? null : "某某", null),
    ];
}
