using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Web.Demo;

/// <summary>The made-up offices of a city and its counties.</summary>
internal sealed class DemoCity(DemoStaff staff)
{
    private const int TownsPerLeader = 2;

    private static readonly string[] Departments = ["住房和城乡建设局", "人力资源和社会保障局", "水务局", "交通运输局"];

    public Unit Centre { get; private set; } = null!;

    public void Fill(Region city)
    {
        var committee = staff.Unit(UnitKind.PartyCommittee, city, $"中共{city.Name}委政法委员会");
        Centre = staff.Unit(UnitKind.GovernanceCentre, city, $"{city.Name}社会治安综合治理中心", committee);
        staff.Held(Role.CityPoliticalLegalSecretary, Centre, city, "市委政法委书记", UnitPart.Head);
        staff.Held(Role.CityCentre, Centre, city, "市综治中心值班员", UnitPart.Liaison);
        staff.Held(Role.CityCentre, Centre, city, "市综治中心值班员");
        staff.Held(Role.Administrator, Centre, city, "系统管理员");
        staff.Held(Role.SecurityAdministrator, Centre, city, "安全管理员");
        staff.Held(Role.AuditAdministrator, Centre, city, "审计管理员");
        staff.Held(Role.Inspector, staff.Unit(UnitKind.Department, city, $"{city.Name}委督查室"), city, "督查专员", UnitPart.Head);
        staff.Held(Role.Deputy, staff.Unit(UnitKind.DeputyCommittee, city, $"{city.Name}人大常委会监察和司法委员会"), city, "市人大代表");
    }

    public DemoCounty County(Region county, int towns)
    {
        var kind = county.Name[^1];
        var committee = staff.Unit(UnitKind.PartyCommittee, county, $"中共{county.Name}委员会");
        var centre = staff.Unit(UnitKind.GovernanceCentre, county, $"{county.Name}社会治安综合治理中心", Centre);
        staff.Held(Role.CountyPoliticalLegalSecretary, centre, county, $"{kind}委政法委书记", UnitPart.Head);
        staff.Held(Role.CountyHead, committee, county, $"{kind}委书记", UnitPart.Head);
        staff.Held(Role.CountyHead, committee, county, $"{kind}长");
        staff.Held(Role.CountyCentre, centre, county, $"{kind}综治中心值班员", UnitPart.Liaison);
        staff.Held(Role.CountyCentre, centre, county, $"{kind}综治中心值班员");
        staff.Held(Role.FollowUpDesk, centre, county, "回访专员");
        staff.Held(Role.FollowUpDesk, centre, county, "回访专员");
        foreach (var name in Departments)
            staff.Held(Role.DepartmentOfficer, staff.Unit(UnitKind.Department, county, county.Name + name, committee), county, "经办人", UnitPart.Liaison);
        staff.Held(Role.Deputy, staff.Unit(UnitKind.DeputyStation, county, $"{county.Name}人大代表联络站"), county, $"{kind}人大代表");

        // One leader is in charge of two or three towns: a person with several posts.
        var leaders = Enumerable.Range(1, Math.Max(1, towns / TownsPerLeader)).Select(no => staff.Person($"{county.Code}-leader-{no}")).ToList();
        return new(centre, committee, leaders);
    }
}

/// <summary>What the towns of a county hang on.</summary>
internal sealed record DemoCounty(Unit Centre, Unit Committee, IReadOnlyList<Person> Leaders);
