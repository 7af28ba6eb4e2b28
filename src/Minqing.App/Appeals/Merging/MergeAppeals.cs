using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Merging;

/// <summary>The same matter becomes one case of work: an appeal goes into another, and its reporters with it, each keeping receipt, notices and rating (I-32).</summary>
public sealed class MergeAppeals(Acting acting, JoinedLimits limits, MinqingDb db)
{
    /// <param name="into">The one it goes into; or <paramref name="number"/>, the number of one of its reports.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Guid? into, string? number, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            if (await FindAsync(into, number, ct) is not { } named)
            {
                return new Missing("into");
            }

            // Whoever joins two stands over both.
            if (await AppealCase.LoadAsync(db, named, ct) is not { } master || !viewer.Sees(master.Appeal))
            {
                return new NoSuchMaster();
            }

            if (!viewer.May(Permission.JoinAppeals, master.Appeal.Path, category: master.Appeal.Category, sensitive: master.Appeal.Sensitive))
            {
                return new NotForYou(Permission.JoinAppeals);
            }

            if (d.Appeal.MergeInto(master.Appeal, d.Case.Reports, d.Hand, d.Rules) is { } no)
            {
                return no;
            }

            await limits.FollowAsync(d.Case, master.Appeal, d.Appeal.Taken[^1].By, ct);
            return await LinkAsync(d, named, ct);
        }, ct);

    private async Task<AppealId?> FindAsync(Guid? into, string? number, CancellationToken ct)
    {
        if (into is { } named)
        {
            return new AppealId(named);
        }

        return ReportNumber.Parse(number) is { } parsed ? await db.Reports.AsNoTracking().Where(r => r.Number == parsed).Select(r => (AppealId?)r.Worked).FirstOrDefaultAsync(ct) : null;
    }

    private async Task<Problem?> LinkAsync(Deed d, AppealId master, CancellationToken ct)
    {
        var there = await db.ReportAppeals.Where(l => l.Appeal == master).Select(l => l.Report).ToListAsync(ct);
        db.ReportAppeals.AddRange(d.Case.Reports.Where(r => !there.Contains(r.Id)).Select(r => new ReportAppeal { Report = r.Id, Appeal = master, Since = d.Hand.At, Via = d.Appeal.Id }));
        return null;
    }
}

/// <summary>There is no such appeal to go into, as far as the viewer may see.</summary>
public sealed record NoSuchMaster() : NotValid("into");
