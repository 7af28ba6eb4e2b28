using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;

namespace Minqing.App.Regions.Importing;

/// <summary>The file of regions: one row each, in any order. A file of grids needs only code and name.</summary>
public static class RegionColumns
{
    /// <summary>12 digits, or fewer that are filled with zeros; 15 for a grid.</summary>
    public static readonly Column Code = new("code", Required: true, "代码", "区划代码", "编码");
    public static readonly Column Name = new("name", Required: true, "名称");

    /// <summary>province, city, county, township, village, grid; the Chinese words and 1 to 6 do as well.</summary>
    public static readonly Column Level = new("level", Required: false, "级别", "层级");

    /// <summary>The code of the region above; empty for a root, and for a grid, whose code begins with its village's.</summary>
    public static readonly Column Parent = new("parent", Required: false, "上级", "上级代码", "所属村");

    public static readonly IReadOnlyList<Column> All = [Code, Name, Level, Parent];

    private static readonly Dictionary<string, RegionLevel> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["省"] = RegionLevel.Province,
        ["自治区"] = RegionLevel.Province,
        ["直辖市"] = RegionLevel.Province,
        ["1"] = RegionLevel.Province,
        ["市"] = RegionLevel.City,
        ["地级"] = RegionLevel.City,
        ["2"] = RegionLevel.City,
        ["县"] = RegionLevel.County,
        ["区"] = RegionLevel.County,
        ["县级"] = RegionLevel.County,
        ["3"] = RegionLevel.County,
        ["乡"] = RegionLevel.Township,
        ["镇"] = RegionLevel.Township,
        ["街道"] = RegionLevel.Township,
        ["乡镇"] = RegionLevel.Township,
        ["乡级"] = RegionLevel.Township,
        ["4"] = RegionLevel.Township,
        ["村"] = RegionLevel.Village,
        ["社区"] = RegionLevel.Village,
        ["村级"] = RegionLevel.Village,
        ["5"] = RegionLevel.Village,
        ["网格"] = RegionLevel.Grid,
        ["6"] = RegionLevel.Grid,
    };

    internal static RegionLevel? LevelOf(string text) =>
        Words.TryGetValue(text, out var level) ? level : Kebab.Parse<RegionLevel>(text.ToLowerInvariant());
}
