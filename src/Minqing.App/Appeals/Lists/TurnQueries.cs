using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Lists;

/// <summary>Lists of turns: what runs out first comes first, a page at a time.</summary>
internal static class TurnQueries
{
    public const int PageSize = 50;

    private const int ReadAtMost = (PageSize * 2) + 1;

    /// <summary>The turns of these posts; one that is limited to categories has none of others.</summary>
    public static IQueryable<Turn> TurnsOf(this MinqingDb db, IEnumerable<HeldPost> posts)
    {
        var kinds = posts.GroupBy(p => string.Join(',', p.Categories.Order(StringComparer.Ordinal)), (_, alike) => alike.ToList()).Select(alike =>
        {
            var keys = alike.SelectMany(Workflow.KeysOf).Distinct().ToList();
            return db.Turns.Where(t => keys.Contains(t.Key)).In(db, alike[0].Categories);
        }).ToList();
        return kinds.Count == 0 ? db.Turns.Where(_ => false) : kinds.Aggregate((a, b) => a.Union(b));
    }

    /// <summary>Those whose appeal is of one of the categories; none named are all.</summary>
    public static IQueryable<Turn> In(this IQueryable<Turn> turns, MinqingDb db, IReadOnlyList<string> categories) =>
        categories.Count == 0 ? turns : turns.Where(t => db.Appeals.Any(a => a.Id == t.Appeal && categories.Contains(a.Category)));

    /// <summary>Reads one page behind a cursor. An appeal stands once on it, with its nearest turn.</summary>
    public static Task<TurnPage> PageAsync(this IQueryable<Turn> turns, MinqingDb db, string? after, CancellationToken ct) => turns.PageAsync(db, null, after, ct);

    /// <summary>The same of those in which something is found.</summary>
    public static async Task<TurnPage> PageAsync(this IQueryable<Turn> all, MinqingDb db, Search? search, string? after, CancellationToken ct)
    {
        var turns = all.Saying(db, search);
        // Very many turns end at one instant, the end of a working day: the cursor points within it.
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new AppealId(behind) is var appeal)
        {
            turns = turns.Where(t => t.DueAt >= at && (t.DueAt > at || t.Appeal > appeal));
        }

        var rows = await turns.AsNoTracking()
            .OrderBy(t => t.DueAt).ThenBy(t => t.Appeal)
            .Take(ReadAtMost)
            .Join(db.Appeals, t => t.Appeal, a => a.Id, (t, a) => new { t, a })
            .GroupJoin(db.Texts, x => x.a.Words, w => w.Id, (x, w) => new { x.t, x.a, w })
            .SelectMany(x => x.w.DefaultIfEmpty(), (x, w) => new TurnRow(
                x.t.Appeal, x.t.Kind, x.t.StartAt, x.t.DueAt, x.a.Address, w!.Words, x.a.Category, x.a.Grade, x.a.Urgency, x.a.Stage, x.a.Level, x.a.Round, x.a.ReceivedAt, x.t.Key, x.t.Stopped))
            .ToListAsync(ct);
        var inOrder = rows.OrderBy(r => r.DueAt).ThenBy(r => r.Appeal).ToList();
        // A list is read over shoulders: the words in full are for the appeal's own page.
        var page = inOrder.DistinctBy(r => r.Appeal).Select(r => r with { Words = PersonalData.Masked(r.Words) }).ToList();
        return new([.. page.Take(PageSize).Where(r => search is null || search.IsShown(r.Words, r.Address))], page.Count > PageSize ? page[PageSize - 1].Cursor : rows.Count == ReadAtMost ? inOrder[^1].Cursor : null);
    }
}
