using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Merging;

/// <summary>What went into an appeal keeps the limits of the law that its own reporters have: they end, or are lengthened, with the step that does so there, in the same save (D-02).</summary>
public sealed class JoinedLimits(MinqingDb db, RuleBook rules)
{
    /// <summary>After a step of an appeal.</summary>
    public async Task FollowAsync(AppealCase it, CancellationToken ct)
    {
        var taken = it.Reports.Prepend<Aggregate>(it.Appeal).SelectMany(a => a.Taken).ToList();
        if (it.Appeal.Stage != Stage.Merged && taken.Exists(t => t.Facts.Any(Moves)))
        {
            it.Appeal.CarryLaw(await FollowAsync(it, it.Appeal, taken[^1].By, ct), taken[^1].By, rules.For(it.Appeal.Path));
        }
    }

    /// <summary>What went into <paramref name="below"/> earlier goes where that one goes.</summary>
    /// <param name="master">The one that is worked on.</param>
    /// <returns>All that went into it.</returns>
    public async Task<IReadOnlyList<Appeal>> FollowAsync(AppealCase below, Appeal master, By by, CancellationToken ct)
    {
        var reports = below.Reports.Select(r => r.Id).ToList();
        var links = await (
            from l in db.ReportAppeals.AsNoTracking()
            where reports.Contains(l.Report) && l.Appeal != below.Appeal.Id
            join a in db.Appeals.AsNoTracking() on l.Appeal equals a.Id
            where a.Stage == Stage.Merged
            select new { l.Report, a.Id, a.MergedInto }).ToListAsync(ct);
        var into = links.GroupBy(l => l.Id).ToDictionary(g => g.Key, g => g.First().MergedInto);
        var joined = into.Keys.Where(LeadsHere).ToList();
        if (joined.Count == 0)
        {
            return [];
        }

        var subjects = joined.ConvertAll(id => id.Value);
        var clocks = await db.Clocks.Where(c => subjects.Contains(c.SubjectId)).ToListAsync(ct);
        var appeals = await db.Appeals.Where(a => joined.Contains(a.Id)).ToListAsync(ct);
        foreach (var appeal in appeals)
        {
            appeal.Attach(clocks.Where(c => c.SubjectId == appeal.Id.Value));
            appeal.FollowLaw(master, [.. below.Reports.Where(r => links.Exists(l => l.Id == appeal.Id && l.Report == r.Id))], by, rules.For(appeal.Path));
        }

        return appeals;

        bool LeadsHere(AppealId id)
        {
            var next = into[id];
            for (var steps = 0; next is { } to && to != below.Appeal.Id && steps < into.Count; steps++)
            {
                next = into.GetValueOrDefault(to);
            }

            return next == below.Appeal.Id;
        }
    }

    private static bool Moves(DomainEvent fact) => fact is OrderMoved or OrderTaken or StageMoved or AppealWithdrawn or ReportWithdrawn or ExtensionDecided { Granted: true, Lawful: true };
}
