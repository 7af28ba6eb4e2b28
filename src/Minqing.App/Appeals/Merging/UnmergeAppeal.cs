using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Merging;

/// <summary>An appeal stands for itself again, with its own reporters, whatever became of the one it had gone into (I-32).</summary>
public sealed class UnmergeAppeal(Acting acting, MinqingDb db)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            var masters = await MastersAsync(d.Appeal, ct);
            return d.Appeal.Unmerge(masters, d.Case.Reports, d.Hand, d.Rules, d.Instead, LeadUnits.Instead(d.Where, d.Rules.Profile, d.Rules.Profile.FollowUp.Level, d.Appeal.IsAbout)?.Unit, await BesideAsync(d.Appeal, masters, ct)) is { } no ? no : await UnlinkAsync(d, masters, ct);
        }, ct);

    // The one it went into may have gone into another since.
    private async Task<IReadOnlyList<Appeal>> MastersAsync(Appeal appeal, CancellationToken ct)
    {
        var masters = new List<Appeal>();
        for (var next = appeal.MergedInto; next is { } id && await AppealCase.LoadAsync(db, id, ct) is { } master; next = master.Appeal.MergedInto)
        {
            masters.Add(master.Appeal);
        }

        return masters;
    }

    // What else went into one of these: the law that it brought along stays there.
    private async Task<IReadOnlyList<Appeal>> BesideAsync(Appeal appeal, IReadOnlyList<Appeal> masters, CancellationToken ct)
    {
        var (into, known) = (masters.Select(m => (AppealId?)m.Id).ToList(), masters.Select(m => m.Id).Append(appeal.Id).ToList());
        var beside = await db.Appeals.Where(a => a.Stage == Stage.Merged && into.Contains(a.MergedInto) && !known.Contains(a.Id)).ToListAsync(ct);
        var subjects = beside.ConvertAll(a => a.Id.Value);
        var clocks = await db.Clocks.Where(c => subjects.Contains(c.SubjectId) && c.Kind == ClockKind.Statutory).ToListAsync(ct);
        beside.ForEach(a => a.Attach(clocks.Where(c => c.SubjectId == a.Id.Value)));
        return beside;
    }

    // What came only through it goes with it.
    private async Task<Problem?> UnlinkAsync(Deed d, IReadOnlyList<Appeal> masters, CancellationToken ct)
    {
        var (below, leaving) = (d.Appeal.Id, d.Case.Reports.Select(r => r.Id).ToList());
        foreach (var master in masters)
        {
            var (here, links) = (master.Id, await db.ReportAppeals.Where(l => l.Appeal == master.Id && leaving.Contains(l.Report)).ToListAsync(ct));
            var gone = links.Where(l => l.Via == below).ToList();
            db.ReportAppeals.RemoveRange(gone);
            (below, leaving) = (here, gone.ConvertAll(l => l.Report));
        }

        return null;
    }
}
