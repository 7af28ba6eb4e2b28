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

    public Task<SignList> RunAsync(Viewer viewer, string? after, CancellationToken ct) => RunAsync(viewer, null, after, ct);

    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<SignList> RunAsync(Viewer viewer, string? search, string? after, CancellationToken ct)
    {
        var signs = db.FoundSigns.AsNoTracking();
        if (Cursor.Read(after) is { At: var at, Id: var last })
        {
            signs = signs.Where(s => s.FoundAt <= at && (s.FoundAt < at || s.Id < last));
        }

        var rows = await (
            from s in signs
            join a in db.Within(viewer, Permission.SeeLeaderView).Saying(db, Search.Of(search)) on s.Appeal equals a.Id
            orderby s.FoundAt descending, s.Id descending
            select new SignRow(s.Id, a.Id, s.Round, s.Sign, s.FoundAt, s.Other, s.Measured, a.Address, db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault()))
            .Take(PageSize + 1).ToListAsync(ct);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].FoundAt, rows[PageSize - 1].Id).Text : null);
    }
}

/// <summary>One sign, and who has or had the appeal.</summary>
public sealed record SignRow(Guid Id, AppealId Appeal, int Round, FalseSign Sign, DateTime FoundAt, AppealId? Other, int? Measured, string Address, string? Lead);

/// <summary>A page of signs, and where the next begins.</summary>
public sealed record SignList(IReadOnlyList<SignRow> Rows, string? Next);
