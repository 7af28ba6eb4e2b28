using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Regions.Importing;

/// <summary>The file of posted codes. A row without a code gets a new one; the same place in another row is the same code.</summary>
public static class SiteCodeColumns
{
    public static readonly Column Code = new("code", Required: false, "码");

    /// <summary>building, households, board, unit, street; building when empty.</summary>
    public static readonly Column Kind = new("kind", Required: false, "类型");

    /// <summary>The code of a grid or village.</summary>
    public static readonly Column Region = new("region", Required: true, "网格", "网格代码", "区划代码");
    public static readonly Column Address = new("address", Required: true, "地址");
    public static readonly Column Building = new("building", Required: false, "楼栋", "户组");

    /// <summary>WGS-84 degrees.</summary>
    public static readonly Column Lat = new("lat", Required: false, "纬度");
    public static readonly Column Lon = new("lon", Required: false, "经度");

    /// <summary>The unit's code, for a unit's own.</summary>
    public static readonly Column Unit = new("unit", Required: false, "单位", "单位代码");

    /// <summary>Written, not read.</summary>
    public static readonly Column Url = new("url", Required: false);

    public static readonly IReadOnlyList<Column> All = [Code, Kind, Region, Address, Building, Lat, Lon, Unit, Url];

    internal static SiteCodeKind? KindOf(string text) => text switch
    {
        "" or "楼栋" => SiteCodeKind.Building,
        "户组" => SiteCodeKind.Households,
        "公示栏" => SiteCodeKind.Board,
        "单位" => SiteCodeKind.Unit,
        "街道" or "街巷" => SiteCodeKind.Street,
        _ => Kebab.Parse<SiteCodeKind>(text.ToLowerInvariant()),
    };
}
