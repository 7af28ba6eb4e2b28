using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Storage.Regions;

/// <summary>Where something lies today that was said of a region of then.</summary>
public static class RegionsToday
{
    // A chain of mergers that long is a mistake of the data.
    private const int AtMost = 50;

    /// <summary>The region itself, or what took its place and the place of that.</summary>
    public static async Task<Region?> TodayAsync(this MinqingDb db, RegionId id, CancellationToken ct)
    {
        var region = await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        for (var i = 0; i < AtMost && region is { MergedInto: { } next }; i++)
        {
            region = await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == next, ct);
        }

        return region;
    }

    /// <summary>What the regions along a path were called on a day, the highest first; from the county down.</summary>
    public static async Task<IReadOnlyList<string>> CalledAsync(this MinqingDb db, string path, DateOnly day, CancellationToken ct)
    {
        var lineage = new RegionPath(path).Lineage().Select(p => p.Value).ToList();
        var then = await db.RegionVersions.AsNoTracking().Where(v => lineage.Contains(v.Path) && v.Since <= day && v.Until > day && v.Level >= RegionLevel.County).Select(v => new { v.Path, v.Name }).ToListAsync(ct);
        var now = await db.Regions.AsNoTracking().Where(r => lineage.Contains(r.Path) && r.Level >= RegionLevel.County).Select(r => new { r.Path, r.Name }).ToListAsync(ct);
        return [.. then.Concat(now).DistinctBy(r => r.Path).OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => RegionName.Short(r.Name))];
    }

    /// <summary>The region of a place today: where its code leads, which a split may have moved, or else what the region became.</summary>
    public static async Task<Region?> TodayAsync(this MinqingDb db, RegionId id, SiteCodeId? code, CancellationToken ct)
    {
        var hangs = code is { } known ? await db.SiteCodes.AsNoTracking().Where(c => c.Id == known).Select(c => (RegionId?)c.Region).FirstOrDefaultAsync(ct) : null;
        return await db.TodayAsync(hangs ?? id, ct);
    }
}
