using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.Importing;

/// <summary>Takes a file of units: adds, renames, moves; closes nothing. All of it or, when one row is not usable, nothing.</summary>
public sealed class ImportUnits(MinqingDb db, PeopleCache cache, TimeProvider clock)
{
    public async Task<Result<Imported>> RunAsync(ReadOnlyMemory<byte> file, bool dryRun, CancellationToken ct)
    {
        var read = Table.Read(file.Span, UnitColumns.All);
        if (read.Problem is { } unreadable)
            return unreadable;

        var (table, problems) = (read.Value, new RowProblems(read.Value));
        var rows = table.Rows.Select(row => UnitRow.Read(row, problems)).Unique(r => r.Row, r => r.Code, problems);
        var plan = new UnitPlan(
            await db.Units.ToDictionaryAsync(u => u.Code, ct), await db.RegionsAsync(rows.SelectMany(r => r.Serves.Prepend(r.Region)), ct), table, clock.Now(), problems);
        plan.Make(rows);
        if (problems.Any)
        {
            db.ChangeTracker.Clear();
            return problems.Refused;
        }

        return await db.SaveAsync(cache, table, plan.Added, plan.Changed, plan.Same, dryRun, ct);
    }
}
