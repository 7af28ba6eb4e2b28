using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Tests.People;

public sealed class UnitTests
{
    private static readonly DateTime Day1 = new(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc);
    private static readonly RegionId Town = new(Guid.CreateVersion7());
    private static readonly RegionId Village = new(Guid.CreateVersion7());

    [Fact]
    [Trait("Spec", "O-03")]
    public void A_renamed_unit_keeps_its_old_name_for_old_days()
    {
        var unit = Centre();

        Assert.True(unit.Change(unit.Now with { Name = "会宁县社会治安综合治理中心" }, Day1.AddDays(30)));

        Assert.Equal(("会宁县综治中心", "会宁县社会治安综合治理中心"), (unit.At(Day1.AddDays(29))?.Name, unit.At(Day1.AddDays(30))?.Name));
        Assert.Equal("会宁县社会治安综合治理中心", unit.Name);
        Assert.Null(unit.At(Day1.AddDays(-1)));
    }

    [Fact]
    [Trait("Spec", "O-03")]
    public void The_same_again_changes_nothing()
    {
        var unit = Centre();

        Assert.False(unit.Change(unit.Now, Day1.AddDays(1)));
        Assert.False(unit.Serve([Town], Day1.AddDays(1)));
        Assert.Single(unit.Versions);
    }

    [Fact]
    [Trait("Spec", "O-03")]
    public void A_unit_serves_one_or_more_regions_and_which_is_kept_by_date()
    {
        var unit = Centre();

        unit.Serve([Village], Day1.AddDays(5));

        Assert.Equal(
            [(Town, Day1, (DateTime?)Day1.AddDays(5)), (Village, Day1.AddDays(5), null)],
            unit.Areas.Select(a => (a.RegionId, a.Since, a.Until)));
    }

    [Fact]
    [Trait("Spec", "O-03")]
    public void A_closed_unit_serves_nothing()
    {
        var unit = Centre();

        unit.Close(Day1.AddDays(9));

        Assert.DoesNotContain(unit.Areas, a => a.Until is null);
        Assert.Null(unit.At(Day1.AddDays(9)));
    }

    private static Unit Centre()
    {
        var unit = new Unit(new(Guid.CreateVersion7()), "620422-centre", UnitKind.GovernanceCentre, new("会宁县综治中心", null, Town), Day1);
        unit.Serve([Town], Day1);
        return unit;
    }
}
