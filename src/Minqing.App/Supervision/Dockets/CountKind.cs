using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Events;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision.Dockets;

/// <summary>How many people reported one kind of thing below a region since an instant: before a project, and after it as its recurrence.</summary>
public sealed class CountKind(MinqingDb db)
{
    private const int AppealsAtMost = 50;

    public async Task<int> RunAsync(string path, string category, DateTime since, CancellationToken ct) =>
        await (await LinksAsync(path, category, since, ct)).Select(l => l.Report).Distinct().CountAsync(ct);

    public async Task<IReadOnlyList<AppealId>> AppealsAsync(string path, string category, DateTime since, CancellationToken ct) =>
        await (await LinksAsync(path, category, since, ct)).Select(l => l.Appeal).Distinct().Take(AppealsAtMost).ToListAsync(ct);

    /// <summary>How many people's reports are worked on in these appeals, whatever came together in them.</summary>
    public Task<int> OfAsync(IReadOnlyCollection<AppealId> appeals, CancellationToken ct) =>
        db.ReportAppeals.AsNoTracking().Where(l => appeals.Contains(l.Appeal) && db.Reports.Any(r => r.Id == l.Report && r.WithdrawnAt == null)).Select(l => l.Report).Distinct().CountAsync(ct);

    // By where it lies, or lay before its region went into this one, and what it is first: both are few against all of the window.
    private async Task<IQueryable<ReportAppeal>> LinksAsync(string path, string category, DateTime since, CancellationToken ct)
    {
        var areas = (await db.FormerPathsAsync(path, ct)).Prepend(path).Select(p => new RegionPath(p));
        var appeals = db.Appeals.UnderAny(a => a.Path, areas).OutsideEvents(db).Where(a => a.Category == category && !a.Sensitive && a.Stage != Stage.Invalid && a.Stage != Stage.Withdrawn).Select(a => a.Id);
        return db.ReportAppeals.AsNoTracking().Where(l => appeals.Contains(l.Appeal) && db.Reports.Any(r => r.Id == l.Report && r.ReceivedAt >= since && r.WithdrawnAt == null));
    }
}
