using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>Whom a change concerns: whoever holds a post there, held it until the change, or stands in for one; and those of the units that lose or gain open work by it.</summary>
internal static class ConcernedBy
{
    public static async Task<IReadOnlyList<PersonId>> PeopleAsync(MinqingDb db, Reorganisation it, DateTime now, CancellationToken ct)
    {
        var units = it.Unit is { } renamed ? [renamed] : await WithWorkAsync(db, it, ct);
        var regions = await RegionsAsync(db, it, ct);
        var changed = it.DoneAt ?? DateTime.MaxValue;
        var posts = it.Unit is not null
            ? db.Posts.AsNoTracking().Where(p => units.Contains(p.Unit))
            : db.Posts.AsNoTracking().Where(p => regions.Contains(p.Region) || units.Contains(p.Unit));
        var found = await posts.Where(p => p.Until == null || p.Until >= changed)
            .Select(p => new
            {
                p.Id,
                p.Role,
                p.Holder,
                p.Region,
                Left = p.Holdings.Where(h => h.Until != null && h.Until >= changed).Select(h => (PersonId?)h.Person).FirstOrDefault(),
                StandIns = p.StandIns.Where(s => s.Since <= now && s.Until > now).Select(s => s.Person).ToList(),
            }).ToListAsync(ct);
        return [.. found
            .Where(p => it.Unit is not null || regions.Contains(p.Region) || Permissions.Of(p.Role).Any(g => g.Permission == Permission.FinishOrder))
            .SelectMany(p => p.StandIns.Select(s => (PersonId?)s).Append(p.Holder).Append(p.Left)).OfType<PersonId>().Distinct()];
    }

    // A split grid's village has the new grids to look after too.
    private static async Task<HashSet<RegionId>> RegionsAsync(MinqingDb db, Reorganisation it, CancellationToken ct)
    {
        if (it.Unit is not null)
        {
            return [];
        }

        var ids = new List<RegionId?> { it.Region, it.Successor };
        var own = await db.Regions.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        var below = await db.Regions.AsNoTracking().UnderAny(r => r.Path, own.Select(r => new RegionPath(r.Path))).Select(r => r.Id).ToListAsync(ct);
        return [.. below, .. it.Kind == ReorganisationKind.GridSplit ? own.Select(r => r.ParentId).OfType<RegionId>() : []];
    }

    // Before the change what is open there; after it what went along, which is elsewhere now.
    private static async Task<List<UnitId>> WithWorkAsync(MinqingDb db, Reorganisation it, CancellationToken ct)
    {
        var area = new RegionPath(await db.Regions.AsNoTracking().Where(r => r.Id == it.Region).Select(r => r.Path).SingleAsync(ct));
        var open = db.Appeals.AsNoTracking().Where(a => !Appeal.Ends.Contains(a.Stage));
        var appeals = open.Under(a => a.Path, area);
        if (it.DoneAt is { } done && it.Kind != ReorganisationKind.RegionRenamed)
        {
            var moved = db.AreaMoves.Under(m => m.FromPath, area).Where(m => m.At >= done).Select(m => m.Appeal);
            appeals = open.Where(a => moved.Contains(a.Id));
        }

        return await appeals.SelectMany(a => a.Orders.Where(o => o.EndedAt == null)).Select(o => o.Unit).Distinct().ToListAsync(ct);
    }
}
