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

    public Task<MyList> RunAsync(Viewer viewer, TurnKind? kind, string? after, CancellationToken ct) => RunAsync(viewer, kind, null, false, after, ct);

    /// <param name="kind">Only turns of this kind; null for all.</param>
    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="stopped">Those whose time stands still, instead of all others.</param>
    /// <param name="after">The cursor of the page before.</param>
    public async Task<MyList> RunAsync(Viewer viewer, TurnKind? kind, string? search, bool stopped, string? after, CancellationToken ct)
    {
        var all = db.TurnsOf(viewer.Posts).NotAbout(db, viewer);
        var running = all.Where(t => !t.Stopped);
        var (now, today) = (clock.Now(), LocalTime.ToUtc(LocalTime.DayOf(clock.Now()).AddDays(1), TimeSpan.Zero));
        var asked = stopped ? all.Where(t => t.Stopped) : running;
        var page = await (kind is { } only ? asked.Where(t => t.Kind == only) : asked).PageAsync(db, Search.Of(search), after, ct);
        var open = await CountAsync(running, ct);
        var late = await CountAsync(running.Where(t => t.DueAt < now), ct);
        var soon = await CountAsync(running.Where(t => t.DueAt >= now && t.DueAt < today), ct);
        var kinds = await running.Select(t => t.Kind).Take(CountAtMost).GroupBy(k => k).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(page, open, late, soon, await CountAsync(all.Where(t => t.Stopped), ct), kinds);
    }

    private static Task<int> CountAsync(IQueryable<Turn> turns, CancellationToken ct) => turns.Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct);
}

/// <summary>My list with its counts; a count of 1000 means at least that many.</summary>
/// <param name="Open">Without those whose time stands still.</param>
/// <param name="Stopped">Those.</param>
/// <param name="Kinds">How many turns there are of each kind.</param>
public sealed record MyList(TurnPage Page, int Open, int Late, int Today, int Stopped, IReadOnlyDictionary<TurnKind, int> Kinds);
