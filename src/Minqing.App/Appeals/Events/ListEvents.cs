using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Events;

/// <summary>The mass events of an area with their own numbers, those still going on first (H-29).</summary>
public sealed class ListEvents(MinqingDb db, EventRights rights, RuleBook rules)
{
    public const int PageSize = 20;
    private const int PagesAtMost = 1000;
    private const int Newest = 500;
    private const int AreasAtMost = 400;

    public async Task<Result<EventPage>> RunAsync(Viewer viewer, int page, CancellationToken ct)
    {
        if (!rights.Sees(viewer))
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var all = (await db.MassEvents.AsNoTracking().OrderByDescending(e => e.OpenedAt).Take(Newest).ToListAsync(ct)).FindAll(e => rights.Sees(viewer, e.Path));
        var shown = all.OrderBy(e => e.EndedAt is not null).ThenByDescending(e => e.OpenedAt).Skip(Math.Clamp(page, 0, PagesAtMost) * PageSize).Take(PageSize).ToList();
        var rows = await RowsAsync(shown, ct);
        return new EventPage(rows, all.Count, all.Count > (Math.Max(0, page) + 1) * PageSize ? Math.Max(0, page) + 1 : null);
    }

    /// <summary>Those going on that an appeal may belong to by place, kind and time, or belongs to; newest first.</summary>
    public async Task<IReadOnlyList<EventRow>> OpenForAsync(Appeal appeal, CancellationToken ct) =>
        await RowsAsync((await db.MassEvents.AsNoTracking().Where(e => e.EndedAt == null).OrderByDescending(e => e.OpenedAt).Take(Newest).ToListAsync(ct))
            .FindAll(e => e.Id == appeal.Event || e.Excludes(appeal, rules.For(appeal.Path).Profile) is null), ct);

    /// <summary>Where the viewer may open one: their own regions, and those one and two levels below.</summary>
    public async Task<IReadOnlyList<EventArea>> AreasAsync(Viewer viewer, CancellationToken ct)
    {
        var areas = new List<EventArea>();
        foreach (var own in viewer.Posts.Select(p => p.Path).Distinct().Where(p => rights.KeeperOf(viewer, p) is not null))
        {
            if (await db.Regions.AsNoTracking().Where(r => r.Path == own).Select(r => (RegionLevel?)r.Level).FirstOrDefaultAsync(ct) is { } level)
            {
                RegionLevel[] levels = [.. Enum.GetValues<RegionLevel>().Where(l => l >= level && l <= level + 2 && l < RegionLevel.Grid)];
                areas.AddRange(await db.Regions.AsNoTracking().Under(r => r.Path, new RegionPath(own)).Where(r => r.ClosedOn == null && levels.Contains(r.Level)).OrderBy(r => r.Path).Take(AreasAtMost)
                    .Select(r => new EventArea(r.Code, r.Name, r.Level)).ToListAsync(ct));
            }
        }

        return areas;
    }

    internal async Task<IReadOnlyList<EventRow>> RowsAsync(IReadOnlyList<MassEvent> events, CancellationToken ct)
    {
        var (ids, regions, ends) = (events.Select(e => (MassEventId?)e.Id).ToList(), events.Select(e => e.Region).Distinct().ToList(), Appeal.Ends);
        var counts = await db.Appeals.AsNoTracking().Where(a => a.Event != null && ids.Contains(a.Event)).GroupBy(a => a.Event)
            .Select(g => new { Event = g.Key, Appeals = g.Count(), Open = g.Count(a => !ends.Contains(a.Stage)), Reports = g.Sum(a => a.Reports) }).ToListAsync(ct);
        var names = await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        return [.. events.Select(e => counts.Find(c => c.Event == e.Id) is var count
            ? new EventRow(e, names.GetValueOrDefault(e.Region) ?? "", rules.For(e.Path).Profile.NameOf(e.Category), count?.Appeals ?? 0, count?.Open ?? 0, count?.Reports ?? 0) : throw new InvalidOperationException())];
    }
}

/// <summary>A mass event with its line of figures: none of them counts for any unit.</summary>
public sealed record EventRow(MassEvent Event, string Place, string Category, int Appeals, int Open, int Reports);

/// <summary>A page of events.</summary>
public sealed record EventPage(IReadOnlyList<EventRow> Rows, int Count, int? Next);

/// <summary>A region for which an event can be opened.</summary>
public sealed record EventArea(string Code, string Name, RegionLevel Level);
