using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Storage.Appeals;

/// <summary>An appeal with its reports, clocks and turns: all that a step needs.</summary>
public sealed record AppealCase(Appeal Appeal, IReadOnlyList<Report> Reports)
{
    /// <summary>The report that a step of the first contact or the follow-up is about, where it is not said which.</summary>
    public Report Main => Reports[0];

    public IReadOnlyList<Report> Others(Report report) => [.. Reports.Where(r => r.Id != report.Id)];

    /// <summary>The region it lies in was moved in the tree, or the place belongs to another one now; reports that lie elsewhere stay where they are.</summary>
    public void MoveTo(RegionId region, string path, By by)
    {
        var before = Appeal.Path;
        Appeal.MoveTo(region, path, by);
        foreach (var report in Reports.Where(r => r.Path == before))
        {
            report.MoveTo(region, path, by);
        }
    }

    /// <summary>Others took the place of units, posts and regions: what is open with the old ones goes on with them.</summary>
    public void Succeed(Succession succession, By by)
    {
        Appeal.Succeed(succession, by);
        foreach (var report in Reports)
        {
            report.Succeed(succession, by);
        }
    }

    public static async Task<AppealCase?> LoadAsync(MinqingDb db, AppealId id, CancellationToken ct)
    {
        if (await db.Appeals.FirstOrDefaultAsync(a => a.Id == id, ct) is not { } appeal)
        {
            return null;
        }

        var ids = db.ReportAppeals.Where(l => l.Appeal == id).Select(l => l.Report);
        var reports = await db.Reports.Where(r => ids.Contains(r.Id)).OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id).ToListAsync(ct);
        Guid[] subjects = [id.Value, .. reports.Select(r => r.Id.Value)];
        var clocks = await db.Clocks.Where(c => subjects.Contains(c.SubjectId)).ToListAsync(ct);
        var turns = await db.Turns.Where(t => subjects.Contains(t.SubjectId)).ToListAsync(ct);
        appeal.Attach(clocks.Where(c => c.SubjectId == id.Value));
        appeal.Attach(turns.Where(t => t.SubjectId == id.Value));
        foreach (var report in reports)
        {
            report.Attach(clocks.Where(c => c.SubjectId == report.Id.Value));
            report.Attach(turns.Where(t => t.SubjectId == report.Id.Value));
        }

        return new(appeal, reports);
    }
}
