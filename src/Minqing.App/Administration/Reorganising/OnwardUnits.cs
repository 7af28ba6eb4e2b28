using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>What becomes of the units of a region that ends: one of the same kind takes their place, or they sit there from now on; who serves it from elsewhere serves the other.</summary>
public sealed class OnwardUnits(MinqingDb db)
{
    /// <returns>Which unit took whose place, and how many units were touched.</returns>
    internal async Task<(Dictionary<UnitId, UnitId> Joined, int Touched)> OfMergedAsync(Region from, Region into, DateTime at, CancellationToken ct)
    {
        var units = await db.Units.Where(u => u.Until == null && (u.RegionId == from.Id || u.Areas.Any(a => a.Until == null && a.RegionId == from.Id))).OrderBy(u => u.Code).ToListAsync(ct);
        var peers = await db.Units.Where(u => u.Until == null && u.RegionId == into.Id).OrderBy(u => u.Code).ToListAsync(ct);
        var joined = new Dictionary<UnitId, UnitId>();
        foreach (var unit in units)
        {
            var serves = unit.Areas.Where(a => a.Until is null).Select(a => a.RegionId == from.Id ? into.Id : a.RegionId).Distinct().ToList();
            if (unit.RegionId != from.Id)
            {
                unit.Serve(serves, at);
            }
            else if (peers.Find(p => p.Kind == unit.Kind && p.Field == unit.Field) is { } peer)
            {
                // It answers for what the other answered for, the other's further areas too.
                peer.Serve([.. peer.Areas.Where(a => a.Until is null).Select(a => a.RegionId).Concat(serves).Distinct()], at);
                unit.MergeInto(peer, at);
                joined[unit.Id] = peer.Id;
            }
            else
            {
                unit.Change(unit.Now with { RegionId = into.Id }, at);
                unit.Serve(serves, at);
            }
        }

        var gone = joined.Keys.Select(u => (UnitId?)u).ToList();
        foreach (var below in await db.Units.Where(u => u.Until == null && gone.Contains(u.ParentId)).ToListAsync(ct))
        {
            below.Change(below.Now with { ParentId = joined[below.ParentId!.Value] }, at);
        }

        return (joined, units.Count);
    }

    /// <summary>Whoever serves a grid serves the grids taken out of it too.</summary>
    internal async Task<int> OfSplitAsync(Region grid, IReadOnlyList<RegionId> parts, DateTime at, CancellationToken ct)
    {
        var units = await db.Units.Where(u => u.Until == null && u.Areas.Any(a => a.Until == null && a.RegionId == grid.Id)).ToListAsync(ct);
        units.ForEach(u => u.Serve([.. u.Areas.Where(a => a.Until is null).Select(a => a.RegionId), .. parts], at));
        return units.Count;
    }
}
