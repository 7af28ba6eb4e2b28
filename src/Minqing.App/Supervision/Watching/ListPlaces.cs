using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Events;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Regions;
using Minqing.Storage.Appeals;

namespace Minqing.App.Supervision.Watching;

/// <summary>Every place one level below a leader's own with how it stands there: all villages of a town, all towns of a county (S-01).</summary>
public sealed class ListPlaces(MinqingDb db, TimeProvider clock)
{
    /// <summary>Over how many days what was settled is counted.</summary>
    public const int RecentDays = 30;

    private const int AtMost = 400;

    public async Task<Result<IReadOnlyList<PlaceState>>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        var reaches = viewer.Scope(Permission.SeeLeaderView).Reaches.Where(r => r.Area is not null).DistinctBy(r => r.Area!.Value.Value).ToList();
        if (reaches.Count == 0)
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var states = new List<PlaceState>();
        foreach (var reach in reaches.Where(r => !reaches.Exists(o => o != r && o.Area!.Value.Contains(r.Area!.Value.Value))))
        {
            states.AddRange(await InAsync(viewer, reach, ct));
        }

        return states;
    }

    private async Task<IEnumerable<PlaceState>> InAsync(Viewer viewer, Reach reach, CancellationToken ct)
    {
        var (area, now) = (reach.Area!.Value, clock.Now());
        var below = await db.Regions.AsNoTracking().Where(r => r.ClosedOn == null && db.Regions.Any(o => o.Path == area.Value && o.Id == r.ParentId)).OrderBy(r => r.Code).Take(AtMost)
            .Select(r => new { r.Code, r.Name, r.Level, r.Path }).ToListAsync(ct);
        var since = now.AddDays(-RecentDays);
        var appeals = db.Appeals.AsNoTracking().Within(db, viewer, reach).OutsideEvents(db);
        var turns = db.Turns.AsNoTracking().Within(db, viewer, reach).OutsideEvents(db).Where(t => t.DueAt < now);
        var open = await CountAsync(appeals.Open().Select(a => a.Path), ct);
        var moved = await db.MovedPathsAsync(area, ct);
        var settled = Today(await CountAsync(appeals.Where(a => a.Stage == Stage.Settled && a.SettledAt >= since && a.Outcome != Outcome.Unfounded).Select(a => a.Path), ct), moved);
        var unfounded = Today(await CountAsync(appeals.Where(a => a.Stage == Stage.Settled && a.SettledAt >= since && a.Outcome == Outcome.Unfounded).Select(a => a.Path), ct), moved);
        var late = await CountAsync(turns.Select(t => new { t.Path, t.Appeal }).Distinct().Select(t => t.Path), ct);
        var uncalled = await CountAsync(turns.Where(t => t.Kind == TurnKind.FirstCall).Select(t => new { t.Path, t.Appeal }).Distinct().Select(t => t.Path), ct);
        return below.Select(r => new PlaceState(r.Code, r.Name, r.Level, Sum(open, r.Path), Sum(late, r.Path), Sum(uncalled, r.Path), Sum(settled, r.Path), Sum(unfounded, r.Path)));
    }

    // By place first: below a county there are thousands of appeals and far fewer places.
    private static async Task<IReadOnlyList<(string Path, int Count)>> CountAsync(IQueryable<string> paths, CancellationToken ct) =>
        [.. (await paths.GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).Select(g => (g.Key, g.Count))];

    // What was struck off where a region lay then counts where it lies today (O-09).
    private static IReadOnlyList<(string Path, int Count)> Today(IReadOnlyList<(string Path, int Count)> counts, IReadOnlyList<MovedPath> moved) =>
        moved.Count == 0 ? counts : [.. counts.Select(c => (moved.Where(m => c.Path.StartsWith(m.From, StringComparison.Ordinal)).MaxBy(m => m.From.Length)?.To ?? c.Path, c.Count))];

    private static int Sum(IReadOnlyList<(string Path, int Count)> counts, string path) => counts.Where(c => c.Path.StartsWith(path, StringComparison.Ordinal)).Sum(c => c.Count);
}

/// <summary>How it stands in one place.</summary>
/// <param name="Late">Appeals in which something is late.</param>
/// <param name="Uncalled">Of these, those whose reporter was not called in time.</param>
/// <param name="Settled">Struck off lately.</param>
/// <param name="Unfounded">Struck off lately as unfounded: counted apart (H-25).</param>
public sealed record PlaceState(string Code, string Name, RegionLevel Level, int Open, int Late, int Uncalled, int Settled, int Unfounded);
