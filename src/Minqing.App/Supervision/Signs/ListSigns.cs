using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Signs;

/// <summary>The signs of false closing in the viewer's area, the newest first.</summary>
public sealed class ListSigns(MinqingDb db)
{
    private const int PageSize = 50;

    /// <summary>One sign by its id, as far as the viewer sees its appeal.</summary>
    public Task<FoundSign?> OneAsync(Viewer viewer, Guid id, CancellationToken ct) =>
        db.FoundSigns.AsNoTracking().Where(s => s.Id == id && db.Within(viewer, Permission.SeeLeaderView).Any(a => a.Id == s.Appeal)).FirstOrDefaultAsync(ct);

    public Task<SignList> RunAsync(Viewer viewer, string? after, CancellationToken ct) => RunAsync(viewer, null, after, ct);

    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<SignList> RunAsync(Viewer viewer, string? search, string? after, CancellationToken ct)
    {
        var (signs, holds) = (db.FoundSigns.AsNoTracking(), viewer.May(Permission.HoldAccountable));
        if (Cursor.Read(after) is { At: var at, Id: var last })
        {
            signs = signs.Where(s => s.FoundAt <= at && (s.FoundAt < at || s.Id < last));
        }

        var rows = await (
            from s in signs
            join a in db.Within(viewer, Permission.SeeLeaderView).Saying(db, Search.Of(search)) on s.Appeal equals a.Id
            orderby s.FoundAt descending, s.Id descending
            select new SignRow(
                s.Id, a.Id, s.Round, s.Sign, s.FoundAt, s.Other, s.Measured, a.Address, db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault(),
                holds ? db.Dockets.Where(d => d.Kind == DocketKind.Accountability && d.Appeals.Any(x => x.Appeal == a.Id)).OrderByDescending(d => d.OpenedAt).Select(d => (DocketId?)d.Id).FirstOrDefault() : null))
            .Take(PageSize + 1).ToListAsync(ct);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].FoundAt, rows[PageSize - 1].Id).Text : null);
    }
}

/// <summary>One sign, and who has or had the appeal.</summary>
/// <param name="Inquiry">The newest accountability about the appeal; only for those who hold accountable.</param>
public sealed record SignRow(Guid Id, AppealId Appeal, int Round, FalseSign Sign, DateTime FoundAt, AppealId? Other, int? Measured, string Address, string? Lead, DocketId? Inquiry);

/// <summary>A page of signs, and where the next begins.</summary>
public sealed record SignList(IReadOnlyList<SignRow> Rows, string? Next);
