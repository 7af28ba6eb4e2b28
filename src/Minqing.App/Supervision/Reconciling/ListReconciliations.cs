using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Reconciling;

/// <summary>Of one week: the lists of the viewer's own units, and for whoever leads or coordinates an area which of its units have confirmed, which not, and where they see it otherwise (H-32).</summary>
public sealed class ListReconciliations(MinqingDb db, ListBarred barred, TimeProvider clock)
{
    private const int Weeks = 8;
    private const int UnitsAtMost = 200;

    private static readonly Seen<Reconciliation> Seen = new(r => r.Path);

    /// <param name="week">The instant for which the lists were planned; null for the newest.</param>
    /// <param name="search">A piece of the unit's name.</param>
    public async Task<Result<ReconciliationWeek>> RunAsync(Viewer viewer, DateTime? week, ReconciliationState? only, string? search, CancellationToken ct)
    {
        var units = viewer.Posts.Where(p => p.Reaches(ConfirmList.ToConfirm).Any()).SelectMany(p => p.Units).Distinct().ToList();
        var scope = viewer.Scope(Permission.SeeLeaderView);
        if (units.Count == 0 && scope.IsEmpty)
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var area = db.Reconciliations.AsNoTracking().Within(scope, Seen);
        var own = db.Reconciliations.AsNoTracking().Where(r => units.Contains(r.Unit));
        var weeks = await area.Select(r => r.Slot).Union(own.Select(r => r.Slot)).OrderByDescending(s => s).Take(Weeks).ToListAsync(ct);
        var at = week ?? weeks.FirstOrDefault();
        var now = clock.Now();
        var ofWeek = area.Where(r => r.Slot == at);
        var asked = only is not { } state ? ofWeek : state switch
        {
            ReconciliationState.Waiting => ofWeek.Where(r => r.ConfirmedAt == null && r.DueAt >= now),
            ReconciliationState.Late => ofWeek.Where(r => r.ConfirmedAt == null && r.DueAt < now),
            ReconciliationState.Differs => ofWeek.Where(r => r.Objections > r.Ruled),
            ReconciliationState.Ruled => ofWeek.Where(r => r.Objections > 0 && r.Objections == r.Ruled),
            ReconciliationState.Agreed => ofWeek.Where(r => r.ConfirmedAt != null && r.Objections == 0),
        };
        var vetoed = await barred.ShownToAsync(viewer, ct);
        return new ReconciliationWeek(
            weeks, at,
            await RowsAsync(own.Where(r => r.Slot == at), null, vetoed, now, ct),
            await RowsAsync(asked, search?.Trim() is { Length: > 0 } name ? name : null, vetoed, now, ct),
            await ofWeek.CountAsync(ct), await ofWeek.CountAsync(r => r.ConfirmedAt != null, ct), await ofWeek.CountAsync(r => r.ConfirmedAt == null && r.DueAt < now, ct), await ofWeek.CountAsync(r => r.Objections > r.Ruled, ct));
    }

    // What is not confirmed comes first.
    private async Task<IReadOnlyList<ReconciliationRow>> RowsAsync(IQueryable<Reconciliation> lists, string? name, IReadOnlyDictionary<UnitId, Barred> vetoed, DateTime now, CancellationToken ct) =>
        [.. (await (
            from r in lists
            join u in db.Units on r.Unit equals u.Id
            where name == null || u.Name.Contains(name)
            orderby r.ConfirmedAt != null, r.Late descending, u.Code
            select new { r.Id, r.Unit, u.Name, r.Open, r.Late, r.Returned, r.Suspended, r.Beside, r.DueAt, r.ConfirmedAt, r.Objections, r.Ruled })
            .Take(UnitsAtMost).ToListAsync(ct))
            .Select(r => new ReconciliationRow(r.Id, r.Name, r.Open, r.Late, r.Returned, r.Suspended, r.Beside, r.DueAt, r.ConfirmedAt, r.Objections, StateOf(r.DueAt, r.ConfirmedAt, r.Objections, r.Ruled, now), vetoed.ContainsKey(r.Unit)))];

    internal static ReconciliationState StateOf(DateTime due, DateTime? confirmed, int objections, int ruled, DateTime now) =>
        confirmed is null ? due < now ? ReconciliationState.Late : ReconciliationState.Waiting
        : objections == 0 ? ReconciliationState.Agreed
        : objections > ruled ? ReconciliationState.Differs : ReconciliationState.Ruled;
}

/// <summary>How far a unit is with its list.</summary>
public enum ReconciliationState
{
    Waiting,

    /// <summary>Not confirmed in time.</summary>
    Late,

    /// <summary>Confirmed, but on some lines the unit sees it otherwise, and the centre has not ruled on all of them.</summary>
    Differs,

    /// <summary>The centre has ruled on all that the unit saw otherwise.</summary>
    Ruled,
    Agreed,
}

/// <summary>The lists of one week.</summary>
/// <param name="Weeks">The newest weeks that have lists.</param>
/// <param name="Own">Those of the viewer's units.</param>
/// <param name="Rows">Those of the area, as far as they were asked for.</param>
/// <param name="Lists">How many there are in the area.</param>
public sealed record ReconciliationWeek(IReadOnlyList<DateTime> Weeks, DateTime Week, IReadOnlyList<ReconciliationRow> Own, IReadOnlyList<ReconciliationRow> Rows, int Lists, int Confirmed, int Late, int Differing);

/// <summary>One unit's list: what was on it, until when it was to be confirmed, what came of it.</summary>
/// <param name="Barred">A veto bars the unit from this year's awards.</param>
public sealed record ReconciliationRow(Guid Id, string Unit, int Open, int Late, int Returned, int Suspended, int Beside, DateTime DueAt, DateTime? ConfirmedAt, int Objections, ReconciliationState State, bool Barred);
