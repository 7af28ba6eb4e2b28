using Minqing.App.Kernel.Tables;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.People.Importing;

/// <summary>The file of posts and of who holds them.</summary>
public static class PostColumns
{
    /// <summary>The office's own code of the post; it never changes, nor do role, unit and region under it.</summary>
    public static readonly Column Code = new("code", Required: true, "代码", "岗位代码", "编码");
    public static readonly Column Role = new("role", Required: true, "角色", "岗位");

    /// <summary>The code of its unit.</summary>
    public static readonly Column Unit = new("unit", Required: true, "单位", "单位代码");

    /// <summary>The division code of the region for which it answers.</summary>
    public static readonly Column Region = new("region", Required: true, "区域", "区划代码");

    /// <summary>principal or deputy; principal where empty.</summary>
    public static readonly Column Rank = new("rank", Required: false, "正副职");

    /// <summary>member, head or liaison of the unit; member where empty.</summary>
    public static readonly Column Part = new("part", Required: false, "单位内职责");

    /// <summary>The categories that it is limited to, with blanks between; all where empty.</summary>
    public static readonly Column Categories = new("categories", Required: false, "事项类别");

    /// <summary>The staff number of who holds it now; empty for nobody. Without the column, holders stay as they are.</summary>
    public static readonly Column Holder = new("holder", Required: false, "任职人", "工号");

    /// <summary>The day since which they hold it; today where empty.</summary>
    public static readonly Column Since = new("since", Required: false, "任职日期");

    public static readonly IReadOnlyList<Column> All = [Code, Role, Unit, Region, Rank, Part, Categories, Holder, Since];

    internal static readonly Words<Role> Roles = new(
        ("村（社区）书记", Domain.Policy.Role.VillageSecretary), ("村书记", Domain.Policy.Role.VillageSecretary), ("社区书记", Domain.Policy.Role.VillageSecretary),
        ("村警", Domain.Policy.Role.VillagePolice), ("驻村民警", Domain.Policy.Role.VillagePolice), ("驻村干部", Domain.Policy.Role.PostedCadre),
        ("政法委员", Domain.Policy.Role.TownCommissioner), ("乡镇党政主要领导", Domain.Policy.Role.TownHead), ("包抓县区领导", Domain.Policy.Role.CountyLeaderInCharge),
        ("县区政法委书记", Domain.Policy.Role.CountyPoliticalLegalSecretary), ("县区党政主要领导", Domain.Policy.Role.CountyHead), ("市委政法委书记", Domain.Policy.Role.CityPoliticalLegalSecretary),
        ("乡镇综治中心", Domain.Policy.Role.TownCentre), ("县区综治中心", Domain.Policy.Role.CountyCentre), ("回访专员", Domain.Policy.Role.FollowUpDesk), ("市综治中心", Domain.Policy.Role.CityCentre),
        ("部门经办人", Domain.Policy.Role.DepartmentOfficer), ("网格员", Domain.Policy.Role.GridOfficer), ("系统管理员", Domain.Policy.Role.Administrator),
        ("安全管理员", Domain.Policy.Role.SecurityAdministrator), ("审计管理员", Domain.Policy.Role.AuditAdministrator), ("督查员", Domain.Policy.Role.Inspector), ("人大代表", Domain.Policy.Role.Deputy));

    internal static readonly Words<PostRank> Ranks = new(("正职", PostRank.Principal), ("副职", PostRank.Deputy));

    internal static readonly Words<UnitPart> Parts = new(("成员", UnitPart.Member), ("负责人", UnitPart.Head), ("联络员", UnitPart.Liaison));
}
