using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Ledger;

/// <summary>The regions by which the viewer's ledger can be narrowed: their own, those on the way to the chosen one, and those right below it.</summary>
public sealed class ListLedgerRegions(MinqingDb db)
{
    private const int AtMost = 300;

    public async Task<IReadOnlyList<LedgerRegion>> RunAsync(Viewer viewer, string? chosen, CancellationToken ct)
    {
        var areas = viewer.Scope(Permission.SeeAppeal).Reaches.Select(r => r.Area?.Value).OfType<string>().Distinct().ToList();
        var there = chosen is null ? [] : await db.AreasAsync(chosen, ct);
        var at = there.Count == 0 ? null : await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Path == there[0].Value, ct);
        if (at is null || !areas.Exists(a => at.Path.StartsWith(a, StringComparison.Ordinal)))
        {
            at = null;
        }

        var roots = await db.Regions.AsNoTracking().Where(r => areas.Contains(r.Path) && r.ClosedOn == null).ToListAsync(ct);
        var lineage = at is null ? [] : new Domain.Regions.RegionPath(at.Path).Lineage().Select(p => p.Value).Where(p => areas.Exists(a => p.StartsWith(a, StringComparison.Ordinal))).ToList();
        var above = await db.Regions.AsNoTracking().Where(r => lineage.Contains(r.Path)).ToListAsync(ct);
        var parents = at is null ? roots.Select(r => (Domain.Kernel.RegionId?)r.Id).ToList() : [at.Id];
        var below = await db.Regions.AsNoTracking().Where(r => parents.Contains(r.ParentId) && r.ClosedOn == null && r.Level != RegionLevel.Grid).OrderBy(r => r.Path).Take(AtMost).ToListAsync(ct);
        return [.. roots.Concat(above).Concat(below).DistinctBy(r => r.Id).OrderBy(r => r.Path, StringComparer.Ordinal).Select(r => new LedgerRegion(r.Code, r.Name, r.Level, r.Id == at?.Id))];
    }
}
