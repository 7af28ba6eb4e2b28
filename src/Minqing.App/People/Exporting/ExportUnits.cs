using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Importing;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.People.Exporting;

/// <summary>Writes the units that there are as the file that an import takes.</summary>
public sealed class ExportUnits(MinqingDb db)
{
    public async Task<int> RunAsync(Stream stream, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().Where(u => u.Until == null).OrderBy(u => u.Code).ToListAsync(ct);
        var used = units.SelectMany(u => u.Areas.Where(a => a.Until is null).Select(a => a.RegionId).Append(u.RegionId)).Distinct();
        var regions = await db.RegionCodesAsync(used, ct);
        var codes = units.ToDictionary(u => u.Id, u => u.Code);
        await using var writer = new TableWriter(stream, UnitColumns.All);
        foreach (var unit in units)
        {
            var serves = unit.Areas.Where(a => a.Until is null).Select(a => regions[a.RegionId]).Order(StringComparer.Ordinal);
            writer.Row(unit.Code, unit.Name, unit.Kind.Name(), regions[unit.RegionId], unit.ParentId is { } parent ? codes.GetValueOrDefault(parent) : null, string.Join(' ', serves), unit.Field);
        }

        return units.Count;
    }
}
