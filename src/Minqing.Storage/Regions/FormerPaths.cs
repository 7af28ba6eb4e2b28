using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.Storage.Regions;

/// <summary>The paths of then of what lies in an area today: of regions that stood elsewhere, and of those that others took the place of. What had ended there kept them (O-09).</summary>
public static class FormerPaths
{
    // A chain of mergers that long is a mistake of the data.
    private const int AtMost = 50;

    /// <summary>Those outside of the area, none below another.</summary>
    public static async Task<IReadOnlyList<string>> FormerPathsAsync(this MinqingDb db, string path, CancellationToken ct)
    {
        var area = new RegionPath(path);
        var found = new SortedSet<string>((await db.MovedPathsAsync(area, ct)).Select(m => m.From).Where(p => !area.Contains(p)), StringComparer.Ordinal);
        return [.. found.Where(p => !new RegionPath(p).Lineage().Any(above => above.Value != p && found.Contains(above.Value)))];
    }

    /// <summary>Every path of then, with the path of today of what stood there. A path that is another region's today is nobody's of then.</summary>
    public static async Task<IReadOnlyList<MovedPath>> MovedPathsAsync(this MinqingDb db, RegionPath area, CancellationToken ct)
    {
        var moved = await StoodElsewhere(db, area).ToListAsync(ct);
        var (last, seen) = ((IReadOnlyList<(RegionPath Then, string Today)>)[(area, area.Value)], new HashSet<string>(StringComparer.Ordinal) { area.Value });
        for (var i = 0; i < AtMost && last.Count > 0; i++)
        {
            var next = new List<(RegionPath, string)>();
            foreach (var (then, today) in last)
            {
                foreach (var gone in await Merged(db, then).ToListAsync(ct))
                {
                    var now = i == 0 ? gone.To : today;
                    if (seen.Add(gone.From))
                    {
                        moved.Add(new(gone.From, now));
                        moved.AddRange((await StoodElsewhere(db, new(gone.From)).ToListAsync(ct)).Select(m => new MovedPath(m.From, now)));
                        next.Add((new(gone.From), now));
                    }
                }
            }

            last = next;
        }

        var paths = moved.ConvertAll(m => m.From);
        var taken = await db.Regions.AsNoTracking().Open().Where(r => paths.Contains(r.Path)).Select(r => r.Path).ToListAsync(ct);
        var to = moved.Where(m => !taken.Contains(m.From)).DistinctBy(m => m.From).ToDictionary(m => m.From, m => m.To);
        return [.. to.Keys.Select(from => new MovedPath(from, Last(to, from)))];
    }

    /// <summary>Where the region of a code lies, today's or one of then, and where what lies there had lain; empty where no region was ever called so.</summary>
    public static async Task<IReadOnlyList<RegionPath>> AreasAsync(this MinqingDb db, string code, CancellationToken ct)
    {
        var id = await db.Regions.AsNoTracking().Where(r => r.Code == code).Select(r => (RegionId?)r.Id).FirstOrDefaultAsync(ct)
            ?? await db.RegionVersions.AsNoTracking().Where(v => v.Code == code).Select(v => (RegionId?)v.RegionId).FirstOrDefaultAsync(ct);
        return id is { } known && await db.TodayAsync(known, ct) is { } today ? [new(today.Path), .. (await db.FormerPathsAsync(today.Path, ct)).Select(p => new RegionPath(p))] : [];
    }

    /// <summary>The codes of regions under which these lay before, that no region has today.</summary>
    public static async Task<IReadOnlyList<string>> FormerCodesAsync(this MinqingDb db, IReadOnlyCollection<RegionId> regions, CancellationToken ct)
    {
        var ids = regions.ToList();
        var then = await db.RegionVersions.AsNoTracking().Where(v => ids.Contains(v.RegionId)).Select(v => new { v.Code, v.Path }).ToListAsync(ct);
        if (then.Count == 0)
        {
            return [];
        }

        var above = then.SelectMany(v => new RegionPath(v.Path).Lineage()).Select(p => p.Value).Distinct().ToList();
        var gone = await db.Regions.AsNoTracking().Where(r => above.Contains(r.Path) && r.ClosedOn != null).Select(r => r.Code).ToListAsync(ct);
        var codes = then.Select(v => v.Code).ToList();
        var taken = await db.Regions.AsNoTracking().Open().Where(r => codes.Contains(r.Code)).Select(r => r.Code).ToListAsync(ct);
        return [.. codes.Except(taken).Union(gone)];
    }

    private static string Last(Dictionary<string, string> to, string from)
    {
        var at = to[from];
        for (var i = 0; i < AtMost && to.TryGetValue(at, out var next); i++)
        {
            at = next;
        }

        return at;
    }

    private static IQueryable<MovedPath> StoodElsewhere(MinqingDb db, RegionPath area) =>
        from r in db.Regions.AsNoTracking().Under(area)
        join v in db.RegionVersions.AsNoTracking() on r.Id equals v.RegionId
        where v.Path != r.Path
        select new MovedPath(v.Path, r.Path);

    private static IQueryable<MovedPath> Merged(MinqingDb db, RegionPath area) =>
        from r in db.Regions.AsNoTracking().Under(area)
        join gone in db.Regions.AsNoTracking() on (RegionId?)r.Id equals gone.MergedInto
        where gone.Path != r.Path
        select new MovedPath(gone.Path, r.Path);
}

/// <summary>Where something stood, and where it stands today.</summary>
public sealed record MovedPath(string From, string To);
