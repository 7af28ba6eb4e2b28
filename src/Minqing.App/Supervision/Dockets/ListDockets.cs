using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The dockets that somebody may know of, a page at a time: of one kind, those still going or those that are over, or only those that wait for their own unit.</summary>
public sealed class ListDockets(MinqingDb db)
{
    private const int PageSize = 50;

    public Task<DocketList> RunAsync(Viewer viewer, DocketKind? kind, bool over, bool mine, string? after, CancellationToken ct) => RunAsync(viewer, kind, over, mine, null, after, ct);

    /// <param name="search">Only what has this in its title.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<DocketList> RunAsync(Viewer viewer, DocketKind? kind, bool over, bool mine, string? search, string? after, CancellationToken ct)
    {
        var units = viewer.Posts.Where(DocketStanding.Works).Select(p => p.Unit).Distinct().ToList();
        var waiting = db.Dockets.Where(d => d.State == DocketState.Open && d.Tasks.Any(t => units.Contains(t.Unit) && t.DoneAt == null && t.AnsweredAt == null)).Select(d => d.Id);
        var seen = mine ? waiting : Seen(viewer, units);
        var some = db.Dockets.AsNoTracking().Where(d => seen.Contains(d.Id));
        some = over ? some.Where(d => d.State == DocketState.Ended || d.State == DocketState.Refused) : some.Where(d => d.State != DocketState.Ended && d.State != DocketState.Refused);
        some = kind is { } only ? some.Where(d => d.Kind == only) : some;
        some = Search.Of(search)?.Text is { } text ? some.Where(d => db.Texts.Any(t => t.Id == d.Title && t.Words!.Contains(text))) : some;
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new DocketId(behind) is var last)
        {
            some = some.Where(d => d.OpenedAt <= at && (d.OpenedAt < at || d.Id < last));
        }

        var rows = await some.OrderByDescending(d => d.OpenedAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new
            {
                d.Id,
                d.Kind,
                d.State,
                d.OpenedAt,
                d.OwnerUnit,
                d.Region,
                d.Reports,
                Title = db.Texts.Where(t => t.Id == d.Title).Select(t => t.Words).FirstOrDefault(),
                Place = db.Regions.Where(r => r.Id == d.Region).Select(r => r.Name).FirstOrDefault(),
                Owner = db.Units.Where(u => u.Id == d.OwnerUnit).Select(u => u.Name).FirstOrDefault(),
                Tasks = d.Tasks.Count,
                Undone = d.Tasks.Count(t => t.DoneAt == null),
                Due = db.Clocks.Where(c => c.SubjectKind == SubjectKind.Docket && c.SubjectId == (Guid)(object)d.Id && c.MetAt == null && c.EndedAt == null && c.SubmittedAt == null).Min(c => (DateTime?)c.DueAt),
            }).ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize).Select(r => new DocketRow(r.Id, r.Kind, r.State, r.OpenedAt, r.Title, r.Place, r.Owner, r.Reports, r.Tasks, r.Undone, r.Due))],
            rows.Count > PageSize ? new Cursor(rows[PageSize - 1].OpenedAt, rows[PageSize - 1].Id.Value).Text : null, await waiting.CountAsync(ct));
    }

    private IQueryable<DocketId> Seen(Viewer viewer, IReadOnlyList<UnitId> units)
    {
        var (me, posts) = (viewer.Person, viewer.Posts.Select(p => p.Id).ToList());
        var seen = db.Dockets
            .Where(d => d.OpenedBy == me || (d.OwnerPost != null && posts.Contains(d.OwnerPost.Value)) || (d.OwnerPost == null && d.OwnerUnit != null && units.Contains(d.OwnerUnit.Value)) || d.Tasks.Any(t => units.Contains(t.Unit)))
            .Select(d => d.Id);
        var kinds = Enum.GetValues<DocketKind>();
        foreach (var permission in kinds.SelectMany(k => (Permission[])[DocketFlow.Sees(k), DocketFlow.Keeps(k)]).Distinct())
        {
            var those = kinds.Where(k => DocketFlow.Sees(k) == permission || DocketFlow.Keeps(k) == permission).ToList();
            foreach (var reach in viewer.Scope(permission).Reaches.Where(r => r.Area is not null))
            {
                var (categories, all) = (reach.Categories, reach.Categories.Count == 0);
                seen = seen.Union(db.Dockets.Under(d => d.Path, reach.Area!.Value).Where(d => those.Contains(d.Kind) && (all || d.Category == null || categories.Contains(d.Category))).Select(d => d.Id));
            }
        }

        return seen;
    }
}

/// <summary>One page of dockets.</summary>
/// <param name="Mine">How many wait for an answer of one's own unit.</param>
public sealed record DocketList(IReadOnlyList<DocketRow> Rows, string? Next, int Mine);

/// <summary>One docket in a list.</summary>
/// <param name="DueAt">The next limit that runs in it; null when none does.</param>
public sealed record DocketRow(DocketId Id, DocketKind Kind, DocketState State, DateTime OpenedAt, string? Title, string? Place, string? Owner, int Reports, int Tasks, int Undone, DateTime? DueAt);
