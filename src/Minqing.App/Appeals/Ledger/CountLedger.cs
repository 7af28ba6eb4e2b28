using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Ledger;

/// <summary>How many the viewer's ledger has at each stage in which something is to be done. Never more than a thousand are counted.</summary>
public sealed class CountLedger(MinqingDb db)
{
    /// <summary>From here on it is only said that there are at least so many.</summary>
    public const int AtMost = 1000;

    private static readonly Stage[] Stages = [Stage.Screening, Stage.Dispatching, Stage.Handling, Stage.Checking, Stage.FollowingUp];

    /// <param name="region">Only within it; null for all that the viewer sees.</param>
    public async Task<LedgerCounts> RunAsync(Viewer viewer, string? region, CancellationToken ct)
    {
        // What is open lies where its region lies today.
        RegionPath? area = region is null ? null : (await db.AreasAsync(region, ct)) is [var today, ..] ? today : new("-/");
        var stages = new Dictionary<Stage, int>();
        foreach (var stage in Stages)
        {
            stages[stage] = await CountAsync(viewer, area, a => a.Where(x => x.SettledAt == null && x.Stage == stage && !db.Turns.Any(t => t.Appeal == x.Id && t.Stopped)), ct);
        }

        return new(stages, await CountAsync(viewer, area, a => a.Where(x => db.Turns.Where(t => t.Stopped).Select(t => t.Appeal).Contains(x.Id)), ct));
    }

    private async Task<int> CountAsync(Viewer viewer, RegionPath? area, Func<IQueryable<Appeal>, IQueryable<Appeal>> which, CancellationToken ct)
    {
        // Any stage but the last: all of these have an index.
        var open = new LedgerFilter { Stage = Stage.Handling };
        var parts = viewer.Scope(Permission.SeeAppeal).Reaches.Select(r => (Reach: r, Within: db.Reached(r, area, open))).Where(p => p.Within is not null)
            .Select(p => which(p.Within!.SeenBy(db, viewer, p.Reach.Sensitive)).Select(a => a.Id).Take(AtMost)).ToList();
        return parts.Count == 0 ? 0 : await parts.Aggregate((a, b) => a.Union(b)).Take(AtMost).CountAsync(ct);
    }
}
