using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>The units and posts that a form offers: those that answer for the places of its appeals, inside the area of whoever fills it in.</summary>
public sealed class DocketChoices(MinqingDb db, DocketReach reach)
{
    private const int AtMost = 300;

    /// <param name="docket">Null while it is being opened.</param>
    public async Task<(IReadOnlyList<(Guid Id, string Name)> Units, IReadOnlyList<(Guid Id, string Name)> Posts)> OfAsync(Viewer viewer, DocketKind kind, IReadOnlyList<string> places, Docket? docket, CancellationToken ct)
    {
        var offered = await reach.OfferedAsync(viewer.Posts, kind, places, docket, ct);
        return ([.. offered.OrderBy(u => u.Level).ThenBy(u => u.Name, StringComparer.Ordinal).Select(u => (u.Id.Value, u.Name))], await PostsAsync([.. offered.Select(u => u.Id)], ct));
    }

    /// <summary>The place of somebody's first post, for a form that knows no other yet.</summary>
    public static string? PathOf(Viewer viewer) => viewer.Posts.Select(p => p.Path).FirstOrDefault();

    /// <summary>The places of somebody's posts and those just below them.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> RegionsAsync(Viewer viewer, CancellationToken ct)
    {
        var own = viewer.Posts.Select(p => p.Region).Distinct().ToList();
        var rows = await db.Regions.AsNoTracking().Where(r => r.ClosedOn == null && (own.Contains(r.Id) || own.Contains(r.ParentId!.Value)))
            .OrderBy(r => r.Path).Take(AtMost).Select(r => new { r.Code, r.Name }).ToListAsync(ct);
        return [.. rows.Select(r => (r.Code, r.Name))];
    }

    /// <summary>The number of an appeal's first report, as it is shown; null where there is none for this viewer.</summary>
    public async Task<string?> NumberAsync(Viewer viewer, Guid appeal, CancellationToken ct) =>
        await db.Appeals.AsNoTracking().FirstOrDefaultAsync(a => a.Id == new AppealId(appeal), ct) is { } it && viewer.Sees(it)
        && await db.Reports.AsNoTracking().Where(r => r.Worked == new AppealId(appeal)).OrderBy(r => r.ReceivedAt).Select(r => r.Number).FirstOrDefaultAsync(ct) is { } number ? ReportNumber.Grouped(number) : null;

    /// <summary>The place of an appeal by its id.</summary>
    public async Task<string?> PathAsync(Guid appeal, CancellationToken ct) => await db.Appeals.AsNoTracking().Where(a => a.Id == new AppealId(appeal)).Select(a => a.Path).FirstOrDefaultAsync(ct);

    private async Task<IReadOnlyList<(Guid Id, string Name)>> PostsAsync(List<UnitId> units, CancellationToken ct)
    {
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where units.Contains(post.Unit) && post.Until == null
            join unit in db.Units on post.Unit equals unit.Id
            join person in db.Persons on post.Holder equals person.Id into holders
            from holder in holders.DefaultIfEmpty()
            orderby unit.Name, post.Code
            select new { post.Id, Unit = unit.Name, post.Role, Holder = holder == null ? null : holder.Name }).Take(AtMost).ToListAsync(ct);
        return [.. posts.Select(p => (p.Id.Value, string.Join(' ', new[] { p.Unit, CourseWords.Role(p.Role.Name()), p.Holder }.Where(w => !string.IsNullOrEmpty(w)))))];
    }
}
