using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.Exporting;

/// <summary>The division codes of regions, however many regions there are besides.</summary>
internal static class RegionCodes
{
    private const int AtATime = 500;

    public static async Task<Dictionary<RegionId, string>> RegionCodesAsync(this MinqingDb db, IEnumerable<RegionId> ids, CancellationToken ct)
    {
        var codes = new Dictionary<RegionId, string>();
        foreach (var some in ids.Chunk(AtATime))
        {
            foreach (var region in await db.Regions.Where(r => some.Contains(r.Id)).Select(r => new { r.Id, r.Code }).ToListAsync(ct))
                codes.Add(region.Id, region.Code);
        }

        return codes;
    }
}
