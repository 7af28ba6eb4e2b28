using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>The codes of grids: their village's and three digits, none of them used twice, not after years either.</summary>
internal static class GridCodes
{
    private const int Most = 999;
    private const int Length = 15;

    /// <summary>The next free ones of a village; null when there are not so many.</summary>
    public static async Task<IReadOnlyList<string>?> FreeAsync(MinqingDb db, string village, int count, CancellationToken ct)
    {
        var now = await db.Regions.AsNoTracking().Where(r => r.Code.StartsWith(village) && r.Code.Length == Length).Select(r => r.Code).ToListAsync(ct);
        var then = await db.RegionVersions.AsNoTracking().Where(r => r.Code.StartsWith(village) && r.Code.Length == Length).Select(r => r.Code).ToListAsync(ct);
        var free = Enumerable.Range(1, Most).Select(n => string.Create(CultureInfo.InvariantCulture, $"{village}{n:000}")).Except(now).Except(then).Take(count).ToList();
        return free.Count < count ? null : free;
    }
}
