using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The deputies' stations of an area with chief and deputies, their remits, and what each deputy advised and asked in a period (S-10). A deputy finds their own station and figures.</summary>
public sealed class ListStations(MinqingDb db, CountDeputies count, TimeProvider clock)
{
    public const int PageSize = 50;

    private static readonly Role[] Deputies = [Role.Deputy, Role.StationChief, Role.DeputyCommittee];

    /// <param name="from">The first day of the figures; of this year where none is named.</param>
    /// <param name="search">Only stations that have this in their name.</param>
    /// <param name="after">The code of the last station of the page before.</param>
    public async Task<Result<StationPage>> RunAsync(Viewer viewer, DateOnly? from, DateOnly? to, string? search, string? after, CancellationToken ct)
    {
        var today = LocalTime.DayOf(clock.Now());
        var last = to ?? today;
        var first = from ?? new(last.Year, 1, 1);
        if (PeriodOutOfBounds.Of(first, last) is { } no)
        {
            return no;
        }

        // Those who lead deputies, or look on, see all of their area; a deputy sees their own.
        var all = viewer.May(Permission.HoldQuestioning) || viewer.May(Permission.KeepKeyMatters) || viewer.May(Permission.Inspect);
        var areas = viewer.Scope(all ? Permission.SeeLeaderView : Permission.Advise).Reaches.Select(r => r.Area).OfType<RegionPath>().ToList();
        if (areas.Count == 0)
        {
            return new NotForYou(Permission.Advise);
        }

        var stations = await Named(all ? Within(areas) : Of(viewer), search, after).OrderBy(u => u.Code).Take(PageSize + 1)
            .Select(u => new { u.Id, u.Code, u.Name, u.Kind, Place = db.Regions.Where(r => r.Id == u.RegionId).Select(r => r.Name).First() }).ToListAsync(ct);
        var posts = (await PostsAsync([.. stations.Take(PageSize).Select(s => s.Id)], ct)).ToLookup(p => p.Unit);
        var seen = posts.SelectMany(g => g).Select(p => p.Holder).OfType<PersonId>().Where(p => all || p == viewer.Person).Distinct().ToList();
        var figures = await count.RunAsync(seen, first, last, ct);
        return new StationPage(
            first, last,
            [.. stations.Take(PageSize).Select(s => new StationRow(s.Id.Value, s.Name, s.Place, s.Kind, [.. posts[s.Id].GroupBy(p => (p.Holder, p.Name)).Select(g => Deputy(g, Figures(g.Key.Holder))).OrderByDescending(d => d.Chief)]))],
            stations.Count > PageSize ? stations[PageSize - 1].Code : null);

        DeputyFigures? Figures(PersonId? holder) => holder is { } held && seen.Contains(held) ? figures.GetValueOrDefault(held, DeputyFigures.None) : null;
    }

    private IQueryable<Unit> Within(IReadOnlyList<RegionPath> areas)
    {
        var inside = db.Regions.UnderAny(r => r.Path, areas).Select(r => r.Id);
        return Stations.Where(u => inside.Contains(u.RegionId));
    }

    private IQueryable<Unit> Of(Viewer viewer)
    {
        var own = viewer.Posts.Select(p => p.Unit).Distinct().ToList();
        return Stations.Where(u => own.Contains(u.Id));
    }

    private IQueryable<Unit> Stations =>
        db.Units.AsNoTracking().Where(u => u.Until == null && (u.Kind == UnitKind.DeputyStation || db.Posts.Any(p => p.Unit == u.Id && p.Until == null && p.Role == Role.Deputy)));

    private static IQueryable<Unit> Named(IQueryable<Unit> stations, string? search, string? after)
    {
        stations = Writing.Line(search) is { } part ? stations.Where(u => u.Name.Contains(part)) : stations;
        return Writing.Line(after) is { } behind ? stations.Where(u => string.Compare(u.Code, behind) > 0) : stations;
    }

    private Task<List<DeputyPost>> PostsAsync(List<UnitId> stations, CancellationToken ct) => (
        from post in db.Posts.AsNoTracking()
        where stations.Contains(post.Unit) && post.Until == null && Deputies.Contains(post.Role)
        join region in db.Regions on post.Region equals region.Id
        join person in db.Persons on post.Holder equals person.Id into holders
        from holder in holders.DefaultIfEmpty()
        orderby post.Code
        select new DeputyPost(post.Unit, post.Role == Role.StationChief || post.Part == UnitPart.Head, post.Holder, holder == null ? null : holder.Name, region.Name, post.Categories)).ToListAsync(ct);

    private static StationDeputy Deputy(IGrouping<(PersonId?, string? Name), DeputyPost> held, DeputyFigures? figures) =>
        new(held.Key.Name, held.Any(p => p.Chief), [.. held.Select(p => p.Area).Distinct()], [.. held.SelectMany(p => p.Categories).Distinct()], figures);

    private sealed record DeputyPost(UnitId Unit, bool Chief, PersonId? Holder, string? Name, string Area, IReadOnlyList<string> Categories);
}

/// <summary>A page of stations, with the days of its figures.</summary>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record StationPage(DateOnly From, DateOnly To, IReadOnlyList<StationRow> Rows, string? Next);

/// <summary>A liaison station, or another unit that deputies belong to.</summary>
public sealed record StationRow(Guid Unit, string Name, string Place, UnitKind Kind, IReadOnlyList<StationDeputy> Deputies);

/// <summary>Somebody of a station.</summary>
/// <param name="Name">Null where the post is vacant.</param>
/// <param name="Categories">The codes of those that the remit is limited to; none for all.</param>
/// <param name="Figures">Null where they are not the viewer's to see.</param>
public sealed record StationDeputy(string? Name, bool Chief, IReadOnlyList<string> Areas, IReadOnlyList<string> Categories, DeputyFigures? Figures);
