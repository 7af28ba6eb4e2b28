using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Supervision;

namespace Minqing.App.Supervision.Watching;

/// <summary>What a leader must look at in their area, kind by kind, the longest waiting first (S-01).</summary>
public sealed class ListWatched(MinqingDb db, TimeProvider clock)
{
    public const int PageSize = 50;
    private const int CountAtMost = 1000;

    public Task<Result<WatchList>> RunAsync(Viewer viewer, Concern only, string? after, CancellationToken ct) => RunAsync(viewer, only, null, after, ct);

    /// <param name="only">One kind; none for all but what is merely near its limit.</param>
    /// <param name="search">Only what says this, or lies there, or has this number; the counts are of all.</param>
    /// <param name="after">The cursor of the page before.</param>
    public async Task<Result<WatchList>> RunAsync(Viewer viewer, Concern only, string? search, string? after, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeLeaderView))
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var (scope, watched) = (viewer.Scope(Permission.SeeLeaderView), Of(db, viewer));
        var counts = await watched.GroupBy(a => a.Concerns).Select(g => new { Concerns = g.Key, Count = g.Count() }).ToListAsync(ct);
        var asked = only == Concern.None ? WatchList.PressingOnes : only;
        var (rows, next) = await PageAsync(viewer, watched.Where(a => (a.Concerns & asked) != 0), Search.Of(search), after, ct);
        return new WatchList(
            rows, next,
            WatchList.Kinds.ToDictionary(c => c, c => counts.Where(x => x.Concerns.HasFlag(c)).Sum(x => x.Count)),
            counts.Where(x => (x.Concerns & WatchList.PressingOnes) != 0).Sum(x => x.Count),
            counts.Where(x => (x.Concerns & WatchList.GraveOnes) != 0).Sum(x => x.Count),
            await UncalledAsync(viewer, scope, ct));
    }

    /// <summary>All that somebody must look at.</summary>
    public static IQueryable<Appeal> Of(MinqingDb db, Viewer viewer) =>
        db.Appeals.AsNoTracking().Watched(viewer.Scope(Permission.SeeLeaderView)).SeenBy(db, viewer, sensitive: true);

    private async Task<(IReadOnlyList<WatchRow> Rows, string? Next)> PageAsync(Viewer viewer, IQueryable<Appeal> all, Search? search, string? after, CancellationToken ct)
    {
        var appeals = all.Saying(db, search);
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new AppealId(behind) is var id)
        {
            appeals = appeals.Where(a => a.ReceivedAt >= at && (a.ReceivedAt > at || a.Id > id));
        }

        // First which, from the index alone; then what they are.
        var page = await OldestFirst(appeals).Take(PageSize + 1).Select(a => new { a.Id, a.ReceivedAt }).ToListAsync(ct);
        var ids = page.Take(PageSize).Select(a => a.Id).ToList();
        var rows = await db.Appeals.AsNoTracking().Where(a => ids.Contains(a.Id)).NotAbout(db, viewer).Select(a => new WatchRow(
            a.Id, a.Concerns, a.Address,
            db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(),
            db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault(),
            a.Stage, a.Category, a.Urgency, a.ReceivedAt,
            db.Turns.Where(t => t.Appeal == a.Id).Min(t => (DateTime?)t.DueAt),
            db.Turns.Where(t => t.Appeal == a.Id).Min(t => (DateTime?)t.StartAt),
            a.UrgesFromAbove)).ToDictionaryAsync(r => r.Appeal, ct);
        return ([.. ids.Where(rows.ContainsKey).Select(i => rows[i]).Select(r => r with { Words = PersonalData.Masked(r.Words) }).Where(r => search is null || search.IsShown(r.Words, r.Address))], page.Count > PageSize ? new Cursor(page[PageSize - 1].ReceivedAt, page[PageSize - 1].Id.Value).Text : null);
    }

    /// <summary>The longest waiting first. The constant before it keeps a database from walking through all appeals by age: those that are watched are the newest of them, and few.</summary>
    public static IQueryable<Appeal> OldestFirst(IQueryable<Appeal> watched) => watched.OrderBy(a => a.Concerns & Concern.None).ThenBy(a => a.ReceivedAt).ThenBy(a => a.Id);

    // First calls are few at any moment: their turns have an index of their own.
    private async Task<int> UncalledAsync(Viewer viewer, Scope scope, CancellationToken ct)
    {
        var now = clock.Now();
        var calls = scope.Reaches.Where(r => r.Area is not null)
            .Select(r => db.Turns.Where(t => t.Kind == TurnKind.FirstCall && t.DueAt < now).Within(db, viewer, r).OutsideEvents(db)).ToList();
        return calls.Count == 0 ? 0 : await calls.Aggregate((a, b) => a.Union(b)).Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct);
    }
}
