using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision;

/// <summary>The leader's list: what is late in my area, who has it, since when.</summary>
public sealed class ListLate(MinqingDb db, TimeProvider clock)
{
    private const int CountAtMost = 1000;

    public Task<LateList> RunAsync(Viewer viewer, string? area, string? after, CancellationToken ct) => RunAsync(viewer, area, null, after, ct);

    /// <param name="area">A region path within the viewer's own areas; null for all of them.</param>
    /// <param name="search">Only what says this, or lies there, or has this number; the counts are of all.</param>
    public async Task<LateList> RunAsync(Viewer viewer, string? area, string? search, string? after, CancellationToken ct)
    {
        var now = clock.Now();
        var within = InArea(viewer, area);
        var late = within.Where(t => t.DueAt < now);
        var page = await late.PageAsync(db, Search.Of(search), after, ct);
        var holders = await HoldersAsync(page.Rows, ct);
        return new(
            page, holders,
            await late.Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct),
            await late.Where(t => t.Kind == TurnKind.FirstCall).Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct),
            await within.Where(t => t.DueAt >= now && t.DueAt < now.AddDays(1)).Select(t => t.Appeal).Distinct().Take(CountAtMost).CountAsync(ct));
    }

    private IQueryable<Turn> InArea(Viewer viewer, string? area)
    {
        var reaches = viewer.Scope(Permission.SeeLeaderView).Reaches
            .Where(r => r.Area is { } own && (area is null || own.Contains(area) || new RegionPath(area).Contains(own.Value)))
            .Select(r => db.Turns.Under(t => t.Path, area is not null && r.Area!.Value.Contains(area) ? new(area) : r.Area!.Value).In(db, r.Categories).SeenBy(db, viewer, r.Sensitive).OutsideEvents(db).Where(t => !t.Stopped))
            .ToList();
        return reaches.Count == 0 ? db.Turns.Where(_ => false) : reaches.Aggregate((a, b) => a.Union(b));
    }

    private async Task<IReadOnlyDictionary<string, string>> HoldersAsync(IReadOnlyList<TurnRow> rows, CancellationToken ct)
    {
        var keys = rows.Select(r => r.Key).Distinct().ToLookup(k => TurnKey.Parse(k).Kind);
        var units = keys["unit"].ToDictionary(k => new UnitId(TurnKey.Parse(k).Id));
        var posts = keys["post"].ToDictionary(k => new PostId(TurnKey.Parse(k).Id));
        var names = await db.Units.AsNoTracking().Where(u => units.Keys.Contains(u.Id)).ToDictionaryAsync(u => units[u.Id], u => u.Name, ct);
        foreach (var post in await db.Posts.AsNoTracking().Where(p => posts.Keys.Contains(p.Id)).Join(db.Units, p => p.Unit, u => u.Id, (p, u) => new { p.Id, u.Name }).ToListAsync(ct))
        {
            names[posts[post.Id]] = post.Name;
        }

        return names;
    }
}

/// <summary>What is late, with its counts.</summary>
/// <param name="Holders">The unit's name behind a row's key; a tier's key has none, its place says enough.</param>
public sealed record LateList(TurnPage Page, IReadOnlyDictionary<string, string> Holders, int Late, int Uncalled, int DueSoon);
