using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The deputies' stations of an area with chief and deputies, their remits, and what each deputy advised and asked in a period (S-10). A deputy finds their own station and figures.</summary>
public sealed class ListStations(MinqingDb db, CountDeputies count, TimeProvider clock)
{
    public const int PageSize = 50;
    private const int DaysAtMost = 366;

    private static readonly Role[] Deputies = [Role.Deputy, Role.StationChief, Role.DeputyCommittee];

    /// <param name="from">The first day of the figures; of this year where none is named.</param>
    /// <param name="search">Only stations that have this in their name.</param>
    /// <param name="after">The code of the last station of the page before.</param>
    public async Task<Result<StationPage>> RunAsync(Viewer viewer, DateOnly? from, DateOnly? to, string? search, string? after, CancellationToken ct)
    {
        var today = LocalTime.DayOf(clock.Now());
        var last = to ?? today;
        var first = from ?? new(last.Year, 1, 1);
        if (last < first || last.DayNumber - first.DayNumber >= DaysAtMost)
        {
            return new PeriodOutOfBounds("to", DaysAtMost);
        }

        // Those who lead deputies, or look on, see all of their area; a deputy sees their own.
        var all = viewer.May(Permission.HoldQuestioning) || viewer.May(Permission.KeepKeyMatters) || viewer.May(Permission.Inspect);
        var areas = viewer.Scope(all ? Permission.SeeLeaderView : Permission.Advise).Reaches.Select(r => r.Area).OfType<Domain.Regions.RegionPath>().ToList();
        if (areas.Count == 0)
        {
            return new NotForYou(Permission.Advise);
        }

        var own = viewer.Posts.Select(p => p.Unit).Distinct().ToList();
        var stations = db.Units.AsNoTracking().Where(u => u.Until == null && (u.Kind == UnitKind.DeputyStation || db.Posts.Any(p => p.Unit == u.Id && p.Until == null && p.Role == Role.Deputy)));
        var inside = db.Regions.UnderAny(r => r.Path, areas).Select(r => r.Id);
        stations = all ? stations.Where(u => inside.Contains(u.RegionId)) : stations.Where(u => own.Contains(u.Id));
        stations = Writing.Line(search) is { } part ? stations.Where(u => u.Name.Contains(part)) : stations;
        stations = Writing.Line(after) is { } behind ? stations.Where(u => string.Compare(u.Code, behind) > 0) : stations;
        var rows = await stations.OrderBy(u => u.Code).Take(PageSize + 1)
            .Select(u => new { u.Id, u.Code, u.Name, u.Kind, Place = db.Regions.Where(r => r.Id == u.RegionId).Select(r => r.Name).First() }).ToListAsync(ct);
        var ids = rows.Take(PageSize).Select(r => r.Id).ToList();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where ids.Contains(post.Unit) && post.Until == null && Deputies.Contains(post.Role)
            join region in db.Regions on post.Region equals region.Id
            join person in db.Persons on post.Holder equals person.Id into holders
            from holder in holders.DefaultIfEmpty()
            orderby post.Code
            select new { post.Unit, post.Role, post.Part, post.Holder, Name = holder == null ? null : holder.Name, Area = region.Name, post.Categories }).ToListAsync(ct);
        var people = posts.Select(p => p.Holder).OfType<PersonId>().Where(p => all || p == viewer.Person).Distinct().ToList();
        var figures = await count.RunAsync(people, first, last, ct);
        return new StationPage(
            first, last,
            [.. rows.Take(PageSize).Select(r => new StationRow(r.Id.Value, r.Name, r.Place, r.Kind,
            [
                .. posts.Where(p => p.Unit == r.Id).GroupBy(p => (p.Holder, p.Name)).Select(g => new StationDeputy(
                    g.Key.Name, g.Any(p => p.Role == Role.StationChief || p.Part == UnitPart.Head),
                    [.. g.Select(p => p.Area).Distinct()], [.. g.SelectMany(p => p.Categories).Distinct()],
                    g.Key.Holder is { } held ? !people.Contains(held) ? null : figures.GetValueOrDefault(held, DeputyFigures.None) : null)).OrderByDescending(d => d.Chief),
            ]))],
            rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }
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
