using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Tests.Regions;

[Trait("Spec", "O-01")]
public sealed class RegionTests
{
    private static readonly DateOnly Founded = new(2025, 1, 1);
    private static readonly DateOnly July = new(2026, 7, 1);

    [Theory]
    [InlineData("62", RegionLevel.Province, "620000000000")]
    [InlineData("6204", RegionLevel.City, "620400000000")]
    [InlineData(" 620402001201 ", RegionLevel.Village, "620402001201")]
    [InlineData("620402001201001", RegionLevel.Grid, "620402001201001")]
    [InlineData("620402", RegionLevel.City, null)]
    [InlineData("620402001201", RegionLevel.Grid, null)]
    [InlineData("620402001201001", RegionLevel.Village, null)]
    [InlineData("62０4", RegionLevel.City, null)]
    [InlineData("", RegionLevel.Province, null)]
    public void A_code_fits_its_level_or_is_none(string typed, RegionLevel level, string? code) => Assert.Equal(code, RegionCode.Parse(typed, level));

    [Fact]
    public void A_path_names_each_region_above_by_what_its_code_adds()
    {
        var grid = Chain(("620000000000", RegionLevel.Province), ("620400000000", RegionLevel.City), ("620402000000", RegionLevel.County), ("620402001000", RegionLevel.Township), ("620402001201", RegionLevel.Village), ("620402001201001", RegionLevel.Grid));

        Assert.Equal("62/04/02/001/201/001/", grid.Path);
    }

    [Fact]
    public void A_code_of_another_family_stands_whole_in_the_path()
    {
        var street = Chain(("620400000000", RegionLevel.City), ("620402000000", RegionLevel.County), ("620403001000", RegionLevel.Township));

        Assert.Equal("6204/02/620403001/", street.Path);
    }

    [Theory]
    [InlineData("62/04/", true)]
    [InlineData("62/04/02/", true)]
    [InlineData("62/04/99/999/", true)]
    [InlineData("62/", false)]
    [InlineData("62/040/", false)]
    [InlineData("62/05/", false)]
    [InlineData("62/03/999/", false)]
    public void What_lies_below_is_one_range_of_text(string path, bool inside)
    {
        var area = new RegionPath("62/04/");

        Assert.Equal(inside, area.Contains(path));
        Assert.Equal(inside, string.CompareOrdinal(path, area.From) >= 0 && string.CompareOrdinal(path, area.Before) < 0);
    }

    [Fact]
    public void A_change_gives_what_was_before()
    {
        var city = Chain(("620400000000", RegionLevel.City));

        var before = city.Change(city.Code, "白银市辖区", RegionLevel.City, null, July);

        Assert.Equal(("620400000000", Founded, July), (before!.Name, before.Since, before.Until));
        Assert.Equal(("白银市辖区", July), (city.Name, city.Since));
    }

    [Theory]
    [InlineData("中心街社区居民委员会", "中心街社区")]
    [InlineData("断岘村民委员会", "断岘村")]
    [InlineData("断岘村村民委员会", "断岘村")]
    [InlineData("民安社区", "民安社区")]
    [InlineData("人民路街道", "人民路街道")]
    public void People_say_short_names(string name, string said) => Assert.Equal(said, RegionName.Short(name));

    private static Region Chain(params (string Code, RegionLevel Level)[] steps) =>
        steps.Aggregate((Region?)null, (parent, step) => new Region(new(Guid.CreateVersion7()), step.Code, step.Code, step.Level, parent, Founded))!;
}
