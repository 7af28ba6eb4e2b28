using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Codes;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Exporting;

/// <summary>Writes the codes in use, of one area when it is given, as the file that an import takes, with their links.</summary>
public sealed class ExportSiteCodes(MinqingDb db, SiteLinks links)
{
    /// <param name="units">The codes of units; they are not of this module.</param>
    public async Task<int> RunAsync(Stream stream, RegionPath? area, IReadOnlyDictionary<UnitId, string> units, CancellationToken ct)
    {
        var count = 0;
        await using var writer = new TableWriter(stream, SiteCodeColumns.All);
        var rows = db.SiteCodes.AsNoTracking().InUse()
            .Join(area is { } within ? db.Regions.Under(within) : db.Regions, c => c.Region, r => r.Id, (c, r) => new { Code = c, Region = r.Code, r.Path })
            .OrderBy(x => x.Path).ThenBy(x => x.Code.Address).ThenBy(x => x.Code.Building);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var code = row.Code;
            writer.Row(
                code.Code, code.Kind.Name(), row.Region, code.Address, code.Building,
                code.Point?.Lat.ToString("0.######", CultureInfo.InvariantCulture), code.Point?.Lon.ToString("0.######", CultureInfo.InvariantCulture),
                code.Unit is { } unit ? units.GetValueOrDefault(unit) : null, links.Link(code.Code));
            count++;
        }

        return count;
    }
}
