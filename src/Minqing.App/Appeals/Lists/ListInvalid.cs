using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Lists;

/// <summary>What two people found to be no appeal at all, counted apart and open to those who answer for the area and those who inspect it (I-31).</summary>
public sealed class ListInvalid(MinqingDb db)
{
    public const int PageSize = 50;

    /// <param name="only">One reason; all when null.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<InvalidPage>> RunAsync(Viewer viewer, InvalidReason? only, string? after, CancellationToken ct)
    {
        var reaches = viewer.Scope(Permission.SeeLeaderView).Reaches.Where(r => r.Area is not null).ToList();
        if (reaches.Count == 0)
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var seen = reaches.Select(r => db.Appeals.Where(a => a.InvalidProposedBy != null && a.Stage == Stage.Invalid).Within(db, viewer, r).Select(a => a.Id)).Aggregate((a, b) => a.Union(b));
        var all = db.Appeals.AsNoTracking().Where(a => seen.Contains(a.Id));
        var counts = await all.GroupBy(a => a.InvalidReason).Select(g => new { Reason = g.Key, Count = g.Count() }).ToListAsync(ct);
        var some = all.Where(a => only == null || a.InvalidReason == only);
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new AppealId(behind) is var last)
        {
            some = some.Where(a => a.ReceivedAt <= at && (a.ReceivedAt < at || a.Id < last));
        }

        var rows = await some.OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new InvalidRow(
                a.Id, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.InvalidReason!.Value, a.ReceivedAt,
                db.Persons.Where(p => p.Id == a.InvalidProposedBy).Select(p => p.Name).FirstOrDefault(), null))
            .ToListAsync(ct);
        var (ids, step) = (rows.ConvertAll(r => r.Appeal.Value), Step.ConfirmInvalid.Name());
        var seconds = (await db.Journal.AsNoTracking().Where(j => ids.Contains(j.SubjectId) && j.Step == step).Join(db.Persons, j => j.Person, p => p.Id, (j, p) => new { j.SubjectId, p.Name }).ToListAsync(ct)).ToLookup(c => c.SubjectId, c => c.Name);
        return new InvalidPage(
            [.. rows.Take(PageSize).Select(r => r with { Words = PersonalData.Masked(r.Words), ConfirmedBy = seconds[r.Appeal.Value].FirstOrDefault() })],
            rows.Count > PageSize ? new Cursor(rows[PageSize - 1].ReceivedAt, rows[PageSize - 1].Appeal.Value).Text : null,
            counts.Where(c => c.Reason is not null).ToDictionary(c => c.Reason!.Value, c => c.Count));
    }
}

/// <summary>A page of invalid ones, with how many there are of each reason.</summary>
public sealed record InvalidPage(IReadOnlyList<InvalidRow> Rows, string? Next, IReadOnlyDictionary<InvalidReason, int> Counts);

/// <summary>One of them: why, and the two people who say so.</summary>
public sealed record InvalidRow(AppealId Appeal, string Address, string? Words, InvalidReason Reason, DateTime ReceivedAt, string? ProposedBy, string? ConfirmedBy);
