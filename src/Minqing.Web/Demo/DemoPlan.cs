using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Web.Demo;

/// <summary>Opens the offices of a made-up city, region by region, and puts somebody in nearly every post.</summary>
internal sealed class DemoPlan(DemoStaff staff, Profile profile, IReadOnlyList<DemoOffice> offices, ILookup<RegionId?, Region> regions, DemoExtent extent)
{
    private readonly HashSet<(RegionId, Role)> gaps = [];

    public void Fill(Region root)
    {
        if (extent.Gaps)
            Leave(root);
        Fill(root, []);
    }

    private void Fill(Region region, Dictionary<UnitKind, Unit> above)
    {
        var units = new Dictionary<UnitKind, Unit>(above);
        foreach (var office in offices.Where(o => o.Level == region.Level))
        {
            var parent = office.UnderKind is { } kind ? units.GetValueOrDefault(kind) : null;
            foreach (var unit in Opened(office, region, parent).ToList())
            {
                units[unit.Kind] = unit;
                foreach (var post in office.Posts)
                    Post(post, unit, region);
            }
        }

        foreach (var below in Below(region))
            Fill(below, units);
    }

    private IEnumerable<Unit> Opened(DemoOffice office, Region region, Unit? parent)
    {
        if (office.EachField)
            return profile.Fields.Where(f => !offices.Any(o => (o.Level, o.Kind, o.Field) == (office.Level, office.Kind, f.Code))).Select(f => staff.Unit(office.Kind, region, Named(office, region, f), parent, f.Code));
        if (office.Parts > 0)
            return Below(region).Chunk((Below(region).Count + office.Parts - 1) / office.Parts).Select((served, i) => staff.Unit(office.Kind, region, $"{Named(office, region, null)}（{i + 1}）", parent, null, served));
        return [staff.Unit(office.Kind, region, Named(office, region, profile.Fields.FirstOrDefault(f => f.Code == office.Field)), parent, office.Field)];
    }

    private void Post(DemoPost post, Unit unit, Region region)
    {
        List<Region> places = post.For is null ? [region] : [.. Within(region, DemoOffice.Code<RegionLevel>(post.For))];
        var people = post.Shared > 1 ? Enumerable.Range(1, Math.Max(1, places.Count / post.Shared)).Select(no => staff.Person($"{region.Code}-{post.Role}-{no}")).ToList() : [];
        for (var i = 0; i < places.Count * post.Number; i++)
        {
            var (place, part) = (places[i / post.Number], DemoOffice.Code<UnitPart>(post.Part));
            if (gaps.Contains((place.Id, post.RoleCode)))
                staff.Vacant(post.RoleCode, unit, place, part);
            else
                staff.Held(post.RoleCode, unit, place, part, people.Count > 0 ? people[i % people.Count] : null);
        }
    }

    // The last town's lowest tier, the last village's whole first tier and one more post of it stay vacant: a city always has gaps.
    private void Leave(Region root)
    {
        if (Within(root, RegionLevel.Township).LastOrDefault() is not { } town)
            return;
        Leave(town, profile.Chain.FirstOrDefault(t => t.Level == RegionLevel.Township)?.Roles ?? []);
        var first = profile.Chain[0].Roles;
        if (Below(town) is not [.., var before, var last])
            return;
        Leave(last, first);
        Leave(before, first.Take(1));
    }

    private void Leave(Region region, IEnumerable<Role> roles) => gaps.UnionWith(roles.Select(r => (region.Id, r)));

    private IEnumerable<Region> Within(Region region, RegionLevel level) =>
        region.Level == level ? [region] : Below(region).SelectMany(b => Within(b, level));

    private List<Region> Below(Region region) =>
    [
        .. regions[region.Id].Where(r => r.Level != RegionLevel.County || extent.County is null || r.Code == extent.County)
            .Take(region.Level == RegionLevel.County ? extent.TownsPerCounty : region.Level == RegionLevel.Township ? extent.VillagesPerTown : int.MaxValue),
    ];

    private static string Named(DemoOffice office, Region region, Field? field) =>
        office.Name.Replace("{place}", region.Name, StringComparison.Ordinal).Replace("{field}", field?.Name, StringComparison.Ordinal);
}
