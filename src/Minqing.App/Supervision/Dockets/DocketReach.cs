using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Whom a docket may be given to: units and posts inside its place or the area of whoever keeps it, and where the work of others is asked for, those that serve the place.</summary>
public sealed class DocketReach(MinqingDb db, Chains chains)
{
    private const int PlacesAtMost = 50;

    /// <summary>Those of these units that may have a part in it.</summary>
    /// <param name="path">The place that it is about.</param>
    /// <param name="docket">Null while it is being opened.</param>
    public async Task<IReadOnlyList<UnitId>> InsideAsync(IReadOnlyList<HeldPost> posts, DocketKind kind, string path, Docket? docket, IReadOnlyList<UnitId> units, CancellationToken ct)
    {
        var keeping = posts.SelectMany(p => (Reach[])[.. p.Reaches(DocketFlow.Keeps(kind)), .. kind == DocketKind.Governance ? p.Reaches(Permission.ConfirmProject) : []])
            .Where(r => r.Unit is null).Select(r => r.Area?.Value ?? "").Where(a => path.StartsWith(a, StringComparison.Ordinal)).ToList();
        var owning = posts.Where(p => docket is not null && (p.Id == docket.OwnerPost || (docket.OwnerPost is null && p.Unit == docket.OwnerUnit))).Select(p => p.Path);
        var areas = keeping.Concat(owning).Append(path).ToList();
        var placed = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { u.Id, r.Path }).ToListAsync(ct);
        // A deputy, a meeting, an owner ask those who serve the place, whose seat may be above; a leader commands in their own area only.
        var serving = kind is DocketKind.Advice or DocketKind.Questioning or DocketKind.Meeting || keeping.Count == 0
            ? [.. (await chains.AtAsync(path, ct)).Units.Select(u => u.Id)]
            : (IReadOnlyList<UnitId>)[];
        return [.. placed.Where(u => areas.Exists(a => u.Path.StartsWith(a, StringComparison.Ordinal)) || serving.Contains(u.Id)).Select(u => u.Id)];
    }

    /// <summary>The units that a form offers: those that serve any of the places, as far as they may have a part in it.</summary>
    /// <param name="places">The place that it is about, and those of its appeals; the first is that of the docket.</param>
    public async Task<IReadOnlyList<ServingUnit>> OfferedAsync(IReadOnlyList<HeldPost> posts, DocketKind kind, IReadOnlyList<string> places, Docket? docket, CancellationToken ct)
    {
        var serving = new List<ServingUnit>();
        foreach (var place in places.Distinct().Take(PlacesAtMost))
        {
            serving.AddRange((await chains.AtAsync(place, ct)).Units);
        }

        var inside = await InsideAsync(posts, kind, docket?.Path ?? places[0], docket, [.. serving.Select(u => u.Id).Distinct()], ct);
        return [.. serving.DistinctBy(u => u.Id).Where(u => inside.Contains(u.Id))];
    }

    /// <summary>The places of a docket: its own, then those of its appeals.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(Docket docket, CancellationToken ct)
    {
        var appeals = docket.Appeals.Select(a => a.Appeal).ToList();
        return [docket.Path, .. await db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id)).Select(a => a.Path).Distinct().OrderBy(p => p).ToListAsync(ct)];
    }

    /// <summary>The problem of a form that gives it to a unit outside; null where the unit is inside.</summary>
    /// <param name="field">The field in which it was chosen.</param>
    public async Task<Problem?> OutsideAsync(IReadOnlyList<HeldPost> posts, DocketKind kind, string path, Docket? docket, UnitId unit, string field, CancellationToken ct) =>
        (await InsideAsync(posts, kind, path, docket, [unit], ct)).Count == 0 ? new OutsideYourArea(field) : null;
}
