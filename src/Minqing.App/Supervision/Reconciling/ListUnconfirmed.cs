using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Storage;

namespace Minqing.App.Supervision.Reconciling;

/// <summary>The lists of the last weeks that wait for the viewer's own units, the newest first.</summary>
public sealed class ListUnconfirmed(MinqingDb db, TimeProvider clock)
{
    private const int AtMost = 3;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(21);

    public async Task<IReadOnlyList<UnconfirmedList>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        var units = viewer.Posts.Where(p => p.Reaches(ConfirmList.ToConfirm).Any()).Select(p => p.Unit).Distinct().ToList();
        var since = clock.Now() - Remembered;
        return units.Count == 0 ? [] : await db.Reconciliations.AsNoTracking().Where(r => units.Contains(r.Unit) && r.Slot >= since && r.ConfirmedAt == null)
            .OrderByDescending(r => r.Slot).Take(AtMost).Select(r => new UnconfirmedList(r.Id, r.Open + r.Suspended + r.Beside, r.DueAt)).ToListAsync(ct);
    }
}

/// <summary>A list that waits: how many are on it, until when.</summary>
public sealed record UnconfirmedList(Guid Id, int Appeals, DateTime DueAt);
