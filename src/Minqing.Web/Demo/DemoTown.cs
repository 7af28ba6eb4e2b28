using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Web.Demo;

/// <summary>The made-up offices of a township and its villages.</summary>
internal sealed class DemoTown(DemoStaff staff, DemoCounty county)
{
    /// <param name="gaps">Leaves the commissioner's post, one whole first tier and one secretary's post vacant.</param>
    public void Fill(Region town, int no, IReadOnlyList<Region> villages, bool gaps)
    {
        var committee = staff.Unit(UnitKind.PartyCommittee, town, IsRural(town) ? $"中共{town.Name}委员会" : $"中共{town.Name}工作委员会", county.Committee);
        var centre = staff.Unit(UnitKind.GovernanceCentre, town, $"{town.Name}综治中心", county.Centre);
        var police = staff.Unit(UnitKind.PoliceStation, town, $"{town.Name}派出所");
        staff.Unit(UnitKind.JudicialOffice, town, $"{town.Name}司法所");
        if (gaps)
            staff.Vacant(Role.TownCommissioner, centre, town, UnitPart.Head);
        else
            staff.Held(Role.TownCommissioner, centre, town, "政法委员", UnitPart.Head);

        staff.Held(Role.TownCentre, centre, town, "综治中心值班员", UnitPart.Liaison);
        staff.Held(Role.TownHead, committee, town, IsRural(town) ? "党委书记" : "党工委书记", UnitPart.Head);
        staff.Held(Role.TownHead, committee, town, town.Name[^1] switch { '镇' => "镇长", '乡' => "乡长", _ => "主任" });
        staff.Held(Role.CountyLeaderInCharge, county.Committee, town, "包抓县区领导", by: county.Leaders[no % county.Leaders.Count]);
        for (var i = 0; i < villages.Count; i++)
            Village(villages[i], centre, police, secretary: !gaps || i < villages.Count - 2, others: !gaps || i != villages.Count - 1);
    }

    private void Village(Region village, Unit centre, Unit police, bool secretary, bool others)
    {
        var unit = staff.Unit(UnitKind.Village, village, village.Name, centre);
        Post(secretary, Role.VillageSecretary, unit, village, village.Name.Contains("社区", StringComparison.Ordinal) ? "社区书记" : "村党支部书记", UnitPart.Head);
        Post(others, Role.VillagePolice, police, village, "驻村民警", UnitPart.Member);
        Post(others, Role.PostedCadre, unit, village, "驻村干部", UnitPart.Liaison);
    }

    private void Post(bool held, Role role, Unit unit, Region region, string title, UnitPart part)
    {
        if (held)
            staff.Held(role, unit, region, title, part);
        else
            staff.Vacant(role, unit, region, part);
    }

    private static bool IsRural(Region town) => town.Name.EndsWith('镇') || town.Name.EndsWith('乡');
}
