using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Lists;

/// <summary>"What must I do today?": my turns, what runs out first comes first (D-08).</summary>
public sealed class ListMine(MinqingDb db, TimeProvider clock)
{
    private const int CountAtMost = 1000;

    /// <param name="kind">Only turns of this kind; null for all.</param>
    /// <param name="after">The cursor of the page before.</param>
    public async Task<MyList> RunAsync(Viewer viewer, TurnKind? kind, string? after, CancellationToken ct)
    {
        var mine = db.TurnsOf(viewer.Posts).NotAbout(db, viewer);
        var (now, today) = (clock.Now(), LocalTime.ToUtc(LocalTime.DayOf(clock.Now()).AddDays(1), TimeSpan.Zero));
        var page = await (kind is { } only ? mine.Where(t => t.Kind == only) : mine).PageAsync(db, after, ct);
        var open = await mine.Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct);
        var late = await mine.Where(t => t.DueAt < now).Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct);
        var soon = await mine.Where(t => t.DueAt >= now && t.DueAt < today).Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct);
        return new(page, open, late, soon);
    }
}

/// <summary>My list with its counts; a count of 1000 means at least that many.</summary>
public sealed record MyList(TurnPage Page, int Open, int Late, int Today);
