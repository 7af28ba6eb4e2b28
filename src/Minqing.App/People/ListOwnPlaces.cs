using Microsoft.EntityFrameworkCore;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.People;

/// <summary>The villages and grids of somebody's own area, to choose from on a phone.</summary>
public sealed class ListOwnPlaces(MinqingDb db)
{
    private const int AtMost = 600;

    // A village before its grids.
    private static readonly RegionLevel[] Small = [RegionLevel.Village, RegionLevel.Grid];

    public async Task<IReadOnlyList<OwnPlace>> RunAsync(Viewer viewer, Permission permission, CancellationToken ct)
    {
        var found = new List<Region>();
        foreach (var area in viewer.Scope(permission).Reaches.Select(r => r.Area).OfType<RegionPath>())
        {
            found.AddRange(await db.Regions.AsNoTracking().Open().Under(area).Where(r => Small.Contains(r.Level)).OrderBy(r => r.Path).Take(AtMost).ToListAsync(ct));
        }

        var villages = found.Where(r => r.Level == RegionLevel.Village).ToDictionary(r => r.Id, r => RegionName.Short(r.Name));
        return [.. found.DistinctBy(r => r.Id).Select(r => new OwnPlace(r.Code, r.ParentId is { } parent && villages.TryGetValue(parent, out var village) ? $"{village} {r.Name}" : RegionName.Short(r.Name)))];
    }
}

/// <summary>A place with its region's code.</summary>
public sealed record OwnPlace(string Code, string Name);
