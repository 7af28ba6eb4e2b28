using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Identities;

/// <summary>By virtue of which post somebody may see who a reporter is, if of any.</summary>
internal static class Access
{
    public static async Task<Result<HeldPost>> ToAsync(MinqingDb db, Viewer viewer, ReportId id, CancellationToken ct)
    {
        if (await db.Reports.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.Path, r.KeepIdentity }).SingleOrDefaultAsync(ct) is not { } report)
            return new NoSuchReport();

        var links = db.ReportAppeals.Where(l => l.Report == id).Select(l => l.Appeal);
        var appeals = await db.Appeals.AsNoTracking().Where(a => links.Contains(a.Id)).ToListAsync(ct);
        var units = appeals.SelectMany(a => a.Orders).Select(o => o.Unit).ToList();
        var category = appeals.Select(a => a.Category).FirstOrDefault();
        if (!appeals.Exists(viewer.Sees))
            return new NoSuchReport();

        var permission = report.KeepIdentity ? Permission.OpenKeptIdentity : Permission.OpenIdentity;
        if (viewer.PostFor(permission, report.Path, units, category) is not { } post)
            return report.KeepIdentity ? new IdentityKeptFromHandlers() : new IdentityNotForYou();

        return appeals.SelectMany(a => a.Targets).Any(t => Concerns(t, viewer)) ? new IdentityNotForYou() : post;
    }

    /// <summary>Whether somebody who takes calls down may learn that this report is the caller's: who asked to be kept from the handlers is known only to those who may open that, and never to whom it is about.</summary>
    public static async Task<bool> MayLookUpAsync(MinqingDb db, Viewer viewer, Report report, CancellationToken ct)
    {
        var links = db.ReportAppeals.Where(l => l.Report == report.Id).Select(l => l.Appeal);
        var appeals = await db.Appeals.AsNoTracking().Where(a => links.Contains(a.Id)).ToListAsync(ct);
        return report.ErasedAt is null && !appeals.SelectMany(a => a.Targets).Any(t => Concerns(t, viewer))
            && appeals.TrueForAll(viewer.Sees)
            && (!report.KeepIdentity || viewer.May(Permission.OpenKeptIdentity, report.Path));
    }

    // Whom it is about never learns from whom it came, in whatever post.
    private static bool Concerns(Target target, Viewer viewer) =>
        viewer.Posts.Any(p => target.Post == p.Id || target.Unit == p.Unit || target.Within.Contains(p.Unit.Value));
}

/// <summary>The viewer's posts do not let them see who reported.</summary>
public sealed record IdentityNotForYou : NotAllowed;
