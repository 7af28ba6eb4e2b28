using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Regions.Importing;

/// <summary>Takes a file of posted codes: makes codes for new places, corrects the words of known ones. All of it or nothing.</summary>
public sealed class ImportSiteCodes(MinqingDb db, TimeProvider clock)
{
    /// <param name="units">Units by their codes; they are not of this module.</param>
    public async Task<Result<Imported>> RunAsync(ReadOnlyMemory<byte> file, IReadOnlyDictionary<string, UnitId> units, bool dryRun, CancellationToken ct)
    {
        var read = Table.Read(file.Span, SiteCodeColumns.All);
        if (read.Problem is { } unreadable)
            return unreadable;

        var (table, problems) = (read.Value, new RowProblems(read.Value));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var regions = await RegionsAsync(table, ct);
        var rows = table.Rows.Select(row => SiteCodeRow.Read(row, regions, units, problems)).OfType<SiteCodeRow>().ToList();
        Refuse(rows, r => r.Code, SiteCodeColumns.Code, problems);
        Refuse(rows, r => r.Code is null ? r.Place : null, SiteCodeColumns.Address, problems);
        if (problems.Any)
            return problems.Refused;

        var known = await KnownAsync(rows, ct);
        var byCode = known.ToDictionary(c => c.Code);
        var byPlace = known.Where(c => c.InUse).ToLookup(c => (c.Region, c.Address, c.Building));
        var (added, changed, now) = (new List<SiteCode>(), 0, clock.Now());
        foreach (var row in rows)
        {
            if ((row.Code is null ? byPlace[row.Place].FirstOrDefault() : byCode.GetValueOrDefault(row.Code)) is { } code)
                changed += code.Describe(row.Site) ? 1 : 0;
            else
                added.Add(new(new(Guid.CreateVersion7()), row.Code ?? NewCode.Text(), row.Site, now));
        }

        if (!dryRun)
        {
            await db.AddInBulkAsync(added, ct);
            await db.RestampAsync(Stamp.Codes, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        db.ChangeTracker.Clear();
        return new Imported(table.Rows.Count, added.Count, changed, rows.Count - added.Count - changed, 0, dryRun, table.Ignored);
    }

    private static void Refuse(IEnumerable<SiteCodeRow> rows, Func<SiteCodeRow, object?> key, Column column, RowProblems problems)
    {
        foreach (var twice in rows.GroupBy(key).Where(g => g.Key is not null && g.Count() > 1))
        {
            foreach (var row in twice.Skip(1))
                problems.Add(row.Row, new RowTwice(column.Name, row.Row[column], twice.First().Row.Line));
        }
    }

    private async Task<Dictionary<string, Region>> RegionsAsync(Table table, CancellationToken ct)
    {
        var codes = table.Rows.Select(r => RegionCode.Complete(r[SiteCodeColumns.Region])).OfType<string>().Distinct().ToList();
        return await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, ct);
    }

    private async Task<List<SiteCode>> KnownAsync(List<SiteCodeRow> rows, CancellationToken ct)
    {
        var (codes, regions) = (rows.Select(r => r.Code).OfType<string>().ToList(), rows.Select(r => r.Site.Region).Distinct().ToList());
        return await db.SiteCodes.Where(c => codes.Contains(c.Code) || regions.Contains(c.Region)).ToListAsync(ct);
    }
}
