using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Lists;
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
    private const int PagesAtMost = 1000;

    public Task<SignList> RunAsync(Viewer viewer, int page, CancellationToken ct) => RunAsync(viewer, null, page, ct);

    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    public async Task<SignList> RunAsync(Viewer viewer, string? search, int page, CancellationToken ct)
    {
        var rows = await (
            from s in db.FoundSigns.AsNoTracking()
            join a in db.Within(viewer, Permission.SeeLeaderView).Saying(db, Search.Of(search)) on s.Appeal equals a.Id
            orderby s.FoundAt descending, s.Id
            select new SignRow(a.Id, s.Round, s.Sign, s.FoundAt, s.Other, s.Measured, a.Address, db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault()))
            .Skip(Math.Clamp(page, 0, PagesAtMost) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize);
    }
}

/// <summary>One sign, and who has or had the appeal.</summary>
public sealed record SignRow(AppealId Appeal, int Round, FalseSign Sign, DateTime FoundAt, AppealId? Other, int? Measured, string Address, string? Lead);

/// <summary>A page of signs, and whether more follow.</summary>
public sealed record SignList(IReadOnlyList<SignRow> Rows, bool More);
