using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Supervision.Watching;

/// <summary>An appeal went into another, or out of it again: the other knows how many report it, and whether that is a group (S-01).</summary>
public sealed class CountMergedReports(MinqingDb db, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (await MasterAsync(entry, ct) is { } master && await AppealCase.LoadAsync(db, master, ct) is { Appeal.Ended: false } it)
        {
            it.Appeal.CountReports(Math.Max(1, it.Reports.Count), new(Actor.Platform, clock.Now()));
        }
    }

    private async Task<AppealId?> MasterAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Step.Facts.OfType<AppealMerged>().FirstOrDefault() is { } merged)
        {
            return merged.Into;
        }

        // It was parted: into which it had gone its journal knows.
        var before = await db.Journal.AsNoTracking().Of([entry.Subject]).Where(j => j.Step == "merge").OrderByDescending(j => j.Seq).Select(j => j.Body).FirstOrDefaultAsync(ct);
        return before is null ? null : Facts.Step(Facts.Parse(before)).Facts.OfType<AppealMerged>().FirstOrDefault()?.Into;
    }
}
