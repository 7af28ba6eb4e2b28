using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Lists;

/// <summary>"What must I do today?": my turns, what runs out first comes first (D-08). What stands still is counted apart (D-05).</summary>
public sealed class ListMine(MinqingDb db, TimeProvider clock)
{
    private const int CountAtMost = 1000;
    private const int TurnsAtMost = 2 * CountAtMost; // one appeal may be mine in two ways

    public Task<MyList> RunAsync(Viewer viewer, TurnKind? kind, string? after, CancellationToken ct) => RunAsync(viewer, kind, null, false, after, ct);

    /// <param name="kind">Only turns of this kind; null for all.</param>
    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="stopped">Those whose time stands still, instead of all others.</param>
    /// <param name="after">The cursor of the page before.</param>
    public async Task<MyList> RunAsync(Viewer viewer, TurnKind? kind, string? search, bool stopped, string? after, CancellationToken ct)
    {
        var all = db.TurnsOf(viewer.Posts).HeardOfBy(db, viewer);
        var running = all.Where(t => !t.Stopped);
        var (now, today) = (clock.Now(), LocalTime.ToUtc(LocalTime.DayOf(clock.Now()), TimeSpan.FromDays(1)));
        var asked = stopped ? all.Where(t => t.Stopped) : running;
        var page = await (kind is { } only ? asked.Where(t => t.Kind == only) : asked).PageAsync(db, Search.Of(search), after, ct);
        // These few columns cost less than a query for each count. By their start: asked for what runs out first, PostgreSQL would walk the whole city's turns for it.
        var oldest = await running.OrderBy(t => t.StartAt).Take(TurnsAtMost).Select(t => new { t.Appeal, t.Kind, t.DueAt }).ToListAsync(ct);
        var still = await all.Where(t => t.Stopped).Select(t => t.Appeal).Take(TurnsAtMost).Distinct().CountAsync(ct);
        return new(
            page with { Rows = Whole(page.Rows, await WaysAsync()) },
            Count(oldest.Select(t => t.Appeal)),
            Count(oldest.Where(t => t.DueAt < now).Select(t => t.Appeal)),
            Count(oldest.Where(t => t.DueAt >= now && t.DueAt < today).Select(t => t.Appeal)),
            Math.Min(still, CountAtMost),
            oldest.CountBy(t => t.Kind).ToDictionary(k => k.Key, k => Math.Min(k.Value, CountAtMost)));

        // What was read for the counts tells it too, unless there is more than was read: then that of the page's appeals alone.
        async Task<ILookup<AppealId, TurnKind>> WaysAsync()
        {
            if (!stopped && oldest.Count < TurnsAtMost)
            {
                return oldest.ToLookup(t => t.Appeal, t => t.Kind);
            }

            var shown = page.Rows.Select(r => r.Appeal).ToList();
            return (await all.Where(t => t.Stopped == stopped && shown.Contains(t.Appeal)).Select(t => new { t.Appeal, t.Kind }).ToListAsync(ct)).ToLookup(t => t.Appeal, t => t.Kind);
        }
    }

    // An appeal may be mine in two ways: it stands once, and says both.
    private static IReadOnlyList<TurnRow> Whole(IReadOnlyList<TurnRow> rows, ILookup<AppealId, TurnKind> ways) =>
        [.. rows.Select(r => r with { Also = [.. ways[r.Appeal].Where(k => k != r.Kind).Distinct().Order()] })];

    private static int Count(IEnumerable<AppealId> appeals) => Math.Min(appeals.Distinct().Count(), CountAtMost);
}

/// <summary>My list with its counts; a count of 1000 means at least that many.</summary>
/// <param name="Open">Without those whose time stands still.</param>
/// <param name="Stopped">Those.</param>
/// <param name="Kinds">How many turns there are of each kind.</param>
public sealed record MyList(TurnPage Page, int Open, int Late, int Today, int Stopped, IReadOnlyDictionary<TurnKind, int> Kinds);
