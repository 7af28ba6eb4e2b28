using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Changing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Regions.Importing;

/// <summary>Takes a file of regions or grids: adds, renames, moves; closes nothing. All of it or, when one row is not usable, nothing.</summary>
public sealed class ImportRegions(MinqingDb db, RegionsMoved moved, TimeProvider clock)
{
    public async Task<Result<Imported>> RunAsync(ReadOnlyMemory<byte> file, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        progress?.Report(new(ImportPhase.Reading, 0, 0));
        var read = Table.Read(file.Span, RegionColumns.All);
        if (read.Problem is { } unreadable)
            return unreadable;

        var (table, problems) = (read.Value, new RowProblems(read.Value));
        var rows = Unique(table.Rows.Select(row => RegionRow.Read(row, problems)).OfType<RegionRow>(), problems);
        var taken = options.Root is null ? rows : Below(options.Root, rows);
        if (taken.Count == 0 && rows.Count > 0)
            return new RootUnknown(options.Root!);

        progress?.Report(new(ImportPhase.Checking, 0, rows.Count));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var plan = new RegionPlan(await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, ct), options.On ?? LocalTime.DayOf(clock.Now()), problems);
        plan.Make(taken);
        if (problems.Any)
            return problems.Refused;

        if (!options.DryRun)
        {
            await WriteAsync(plan, progress, ct);
            await moved(plan.Moves, ct);
            await transaction.CommitAsync(ct);
        }

        return new Imported(table.Rows.Count, plan.Added.Count, plan.Changed.Count, plan.Same, rows.Count - taken.Count, options.DryRun, table.Ignored);
    }

    private static List<RegionRow> Unique(IEnumerable<RegionRow> rows, RowProblems problems)
    {
        var first = new Dictionary<string, RegionRow>();
        foreach (var row in rows)
        {
            if (!first.TryAdd(row.Code, row))
                problems.Add(row.Row, new RowTwice(RegionColumns.Code.Name, row.Code, first[row.Code].Row.Line));
        }

        return [.. first.Values];
    }

    private static List<RegionRow> Below(string root, IReadOnlyList<RegionRow> rows)
    {
        var top = RegionCode.Complete(root) ?? root;
        HashSet<string> codes = [top];
        var taken = rows.OrderBy(r => r.Level).Where(r => r.Code == top || (r.Parent is not null && codes.Contains(r.Parent) && codes.Add(r.Code))).ToList();
        return [.. taken.Select(r => r.Code == top ? r with { Parent = null } : r)];
    }

    private async Task WriteAsync(RegionPlan plan, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await db.AddInBulkAsync(Told(plan.Added, progress), ct);
        await db.AddInBulkAsync(plan.Before, ct);
        db.Regions.UpdateRange(plan.Changed);
        await db.RestampAsync(Stamp.Regions, ct);
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<Region> Told(List<Region> added, IProgress<ImportProgress>? progress)
    {
        const int often = 5000;
        for (var i = 0; i < added.Count; i++)
        {
            if (i % often == 0)
                progress?.Report(new(ImportPhase.Writing, i, added.Count));
            yield return added[i];
        }

        progress?.Report(new(ImportPhase.Writing, added.Count, added.Count));
    }
}
