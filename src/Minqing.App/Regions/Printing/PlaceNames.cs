using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Printing;

/// <summary>The names of an area's regions and of those above it, to say where a code hangs.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, string> names;

    private PlaceNames(Dictionary<string, string> names) => this.names = names;

    public static async Task<PlaceNames> OfAsync(MinqingDb db, RegionPath area, CancellationToken ct)
    {
        var above = area.Lineage().Select(p => p.Value).ToList();
        var within = await db.Regions.Under(area).Where(r => r.Level != RegionLevel.Grid).Select(r => new { r.Path, r.Level, r.Name }).ToListAsync(ct);
        var over = await db.Regions.Where(r => above.Contains(r.Path)).Select(r => new { r.Path, r.Level, r.Name }).ToListAsync(ct);
        return new(within.Concat(over).Where(r => r.Level is >= RegionLevel.County and < RegionLevel.Grid).DistinctBy(r => r.Path).ToDictionary(r => r.Path, r => RegionName.Short(r.Name)));
    }

    /// <summary>From county down to village or community.</summary>
    public string Around(string path) => string.Join(" · ", new RegionPath(path).Lineage().Select(p => names.GetValueOrDefault(p.Value)).OfType<string>());
}
