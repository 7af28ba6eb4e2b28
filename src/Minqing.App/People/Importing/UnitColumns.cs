using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;

namespace Minqing.App.People.Importing;

/// <summary>The file of units: one row each, in any order.</summary>
public static class UnitColumns
{
    /// <summary>The office's own code of the unit; it never changes.</summary>
    public static readonly Column Code = new("code", Required: true, "代码", "单位代码", "编码");
    public static readonly Column Name = new("name", Required: true, "名称", "单位名称");
    public static readonly Column Kind = new("kind", Required: true, "类别", "单位类别");

    /// <summary>The division code of the region where it sits.</summary>
    public static readonly Column Region = new("region", Required: true, "所在地", "区划代码");

    /// <summary>The code of the unit above it; empty for none.</summary>
    public static readonly Column Parent = new("parent", Required: false, "上级", "上级单位");

    /// <summary>The division codes of the regions that it serves, with blanks between; where empty, the region where it sits.</summary>
    public static readonly Column Serves = new("serves", Required: false, "服务区域", "辖区");

    /// <summary>The field of work of a department, by its code in the profile.</summary>
    public static readonly Column Field = new("field", Required: false, "领域", "业务领域");

    public static readonly IReadOnlyList<Column> All = [Code, Name, Kind, Region, Parent, Serves, Field];

    internal static readonly Words<UnitKind> Kinds = new(
        ("村", UnitKind.Village), ("社区", UnitKind.Village), ("村（社区）", UnitKind.Village), ("综治中心", UnitKind.GovernanceCentre), ("党委", UnitKind.PartyCommittee),
        ("派出所", UnitKind.PoliceStation), ("司法所", UnitKind.JudicialOffice), ("部门", UnitKind.Department), ("代表联络站", UnitKind.DeputyStation),
        ("人大", UnitKind.DeputyCommittee), ("指挥中心", UnitKind.CommandCentre), ("专班", UnitKind.CityOffice), ("分中心", UnitKind.SubCentre),
        ("服务窗口", UnitKind.ServiceWindow), ("志愿者队伍", UnitKind.Volunteers), ("平台外单位", UnitKind.Outside));
}
