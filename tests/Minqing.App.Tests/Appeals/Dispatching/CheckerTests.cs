using Minqing.App.Appeals.Dispatching;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals.Dispatching;

[Trait("Spec", "H-21")]
public sealed class CheckerTests
{
    private static readonly UnitId Town = new(Guid.CreateVersion7());
    private static readonly UnitId County = new(Guid.CreateVersion7());

    [Fact]
    public void Where_the_next_level_checks_the_unit_that_did_it_does_not_even_if_nobody_else_serves_the_place()
    {
        var profile = Profiles.Load("baiyin");
        Assert.Equal(County, LeadUnits.CheckerOf(Served(Town, County), profile, 2, Town));
        Assert.Null(LeadUnits.CheckerOf(Served(Town), profile, 2, Town));
        Assert.Null(LeadUnits.CheckerOf(Served(Town, County), profile, 2, Town, u => u == County));
    }

    [Fact]
    public void Where_the_profile_leaves_it_to_its_own_level_a_colleague_of_the_same_unit_checks() =>
        Assert.Equal(County, LeadUnits.CheckerOf(Served(Town, County), Profiles.Load("huining"), 3, County));

    private static Responsibility Served(UnitId town, UnitId? county = null) =>
        new(new([]), [Centre(town, RegionLevel.Township), .. county is { } c ? [Centre(c, RegionLevel.County)] : (ServingUnit[])[]], new Dictionary<RegionLevel, RegionId>());

    private static ServingUnit Centre(UnitId id, RegionLevel level) => new(id, UnitKind.GovernanceCentre, "中心", level, new(Guid.CreateVersion7()));
}
