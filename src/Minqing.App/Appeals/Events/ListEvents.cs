using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
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
    private const string Over = "over-";
    private const int AreasAtMost = 400;

    /// <summary>How many that go on in one place are offered for an appeal.</summary>
    public int OfferedAtMost { get; init; } = 500;

    public Task<Result<EventPage>> RunAsync(Viewer viewer, string? after, CancellationToken ct) => RunAsync(viewer, null, after, ct);

    /// <param name="search">Only what is called so.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<EventPage>> RunAsync(Viewer viewer, string? search, string? after, CancellationToken ct)
    {
        if (!rights.Sees(viewer))
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var (within, above) = rights.Areas(viewer);
        var all = db.MassEvents.AsNoTracking().Where(e => above.Contains(e.Path));
        all = within.Count == 0 ? all : all.Union(db.MassEvents.AsNoTracking().UnderAny(e => e.Path, within));
        if (search?.Trim() is { Length: > 0 } name)
        {
            all = all.Where(e => e.Name.Contains(name));
        }

        // Those that go on come first; each part in the order in which they were opened.
        var over = after?.StartsWith(Over, StringComparison.Ordinal) == true;
        var going = over ? [] : await Behind(all.Where(e => e.EndedAt == null), after).Take(PageSize + 1).ToListAsync(ct);
        var ended = going.Count > PageSize ? [] : await Behind(all.Where(e => e.EndedAt != null), over ? after![Over.Length..] : null).Take(PageSize + 1 - going.Count).ToListAsync(ct);
        List<MassEvent> found = [.. going, .. ended];
        var last = found.Count > PageSize ? found[PageSize - 1] : null;
        return new EventPage(await RowsAsync([.. found.Take(PageSize)], ct), await all.CountAsync(ct), last is null ? null : (last.EndedAt is null ? "" : Over) + new Cursor(last.OpenedAt, last.Id.Value).Text);
    }

    private static IQueryable<MassEvent> Behind(IQueryable<MassEvent> events, string? after)
    {
        if (Cursor.Read(after) is { At: var at, Id: var id } && new MassEventId(id) is var last)
        {
            events = events.Where(e => e.OpenedAt <= at && (e.OpenedAt < at || e.Id < last));
        }

        return events.OrderByDescending(e => e.OpenedAt).ThenByDescending(e => e.Id);
    }

    /// <summary>Those going on that an appeal may belong to by place, kind and time, or belongs to; newest first.</summary>
    public async Task<IReadOnlyList<EventRow>> OpenForAsync(Appeal appeal, CancellationToken ct)
    {
        var (own, places, profile) = (appeal.Event, new RegionPath(appeal.Path).Lineage().Select(p => p.Value).ToList(), rules.For(appeal.Path).Profile);
        var there = await db.MassEvents.AsNoTracking().Where(e => e.EndedAt == null && (e.Id == own || places.Contains(e.Path))).OrderByDescending(e => e.OpenedAt).Take(OfferedAtMost).ToListAsync(ct);
        return await RowsAsync(there.FindAll(e => e.Id == own || e.Excludes(appeal, profile) is null), ct);
    }

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
            .Select(g => new { Event = g.Key!.Value, Appeals = g.Count(), Open = g.Count(a => !ends.Contains(a.Stage)), Reports = g.Sum(a => a.Reports) }).ToDictionaryAsync(c => c.Event, ct);
        var names = await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        return [.. events.Select(e => Row(e, counts.GetValueOrDefault(e.Id) is { } c ? (c.Appeals, c.Open, c.Reports) : default))];

        EventRow Row(MassEvent e, (int Appeals, int Open, int Reports) count) =>
            new(e, names.GetValueOrDefault(e.Region) ?? "", rules.For(e.Path).Profile.NameOf(e.Category), count.Appeals, count.Open, count.Reports);
    }
}

/// <summary>A mass event with its line of figures: none of them counts for any unit.</summary>
public sealed record EventRow(MassEvent Event, string Place, string Category, int Appeals, int Open, int Reports);

/// <summary>A page of events, how many there are, and where the next page begins.</summary>
public sealed record EventPage(IReadOnlyList<EventRow> Rows, int Count, string? Next);

/// <summary>A region for which an event can be opened.</summary>
public sealed record EventArea(string Code, string Name, RegionLevel Level);
