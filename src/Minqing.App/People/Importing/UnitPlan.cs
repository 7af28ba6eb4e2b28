using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;

namespace Minqing.App.People.Importing;

/// <summary>What the rows of a file make of the units there are. A column that is not there changes nothing.</summary>
internal sealed class UnitPlan(Dictionary<string, Unit> known, Dictionary<string, Region> regions, Table table, DateTime now, RowProblems problems)
{
    private readonly Dictionary<UnitId, string> codes = known.Values.ToDictionary(u => u.Id, u => u.Code);

    public List<Unit> Added { get; } = [];

    public int Changed { get; private set; }

    public int Same { get; private set; }

    public void Make(IReadOnlyList<UnitRow> rows)
    {
        var above = rows.ToDictionary(r => r.Code, r => r.Parent);
        var fitting = rows.Where(r => Refused(r, above) is not { } problem || Note(r, problem)).ToList();
        var ids = known.Values.ToDictionary(u => u.Code, u => u.Id);
        foreach (var row in fitting.Where(r => !ids.ContainsKey(r.Code)))
            ids.Add(row.Code, new(Guid.CreateVersion7()));
        if (problems.Any)
            return;

        foreach (var row in fitting)
            Make(row, ids);
    }

    private void Make(UnitRow row, Dictionary<string, UnitId> ids)
    {
        var wanted = new UnitNow(row.Name, row.Parent is null ? null : ids[row.Parent], regions[row.Region].Id);
        var serves = row.Serves.Select(c => regions[c].Id).ToList();
        if (known.TryGetValue(row.Code, out var unit))
        {
            var differs = unit.Change(table.Has(UnitColumns.Parent) ? wanted : wanted with { ParentId = unit.ParentId }, now);
            differs |= table.Has(UnitColumns.Serves) && unit.Serve(serves, now);
            differs |= table.Has(UnitColumns.Field) && unit.WorkIn(row.Field);
            (Changed, Same) = differs ? (Changed + 1, Same) : (Changed, Same + 1);
            return;
        }

        unit = new(ids[row.Code], row.Code, row.Kind, wanted, now);
        unit.Serve(serves, now);
        unit.WorkIn(row.Field);
        Added.Add(unit);
    }

    private Problem? Refused(UnitRow row, Dictionary<string, string?> above) =>
        row.Serves.Prepend(row.Region).FirstOrDefault(c => !regions.ContainsKey(c)) is { } missing
            ? new RegionUnknown(missing == row.Region ? UnitColumns.Region.Name : UnitColumns.Serves.Name, missing)
        : known.TryGetValue(row.Code, out var unit) && unit.Until is not null ? new UnitUnknown(UnitColumns.Code.Name, row.Code)
        : unit is not null && unit.Kind != row.Kind ? new UnitIsOfAnotherKind(unit.Kind)
        : row.Parent is not { } parent ? null
        : !above.ContainsKey(parent) && known.GetValueOrDefault(parent)?.Until is not null ? new UnitUnknown(UnitColumns.Parent.Name, parent)
        : !above.ContainsKey(parent) && !known.ContainsKey(parent) ? new UnitUnknown(UnitColumns.Parent.Name, parent)
        : IsAboveItself(row.Code, above) ? new UnitAboveItself(parent)
        : null;

    private bool IsAboveItself(string code, Dictionary<string, string?> above)
    {
        var (at, steps) = (Parent(code, above), 0);
        while (at is not null && at != code && steps++ <= above.Count + known.Count)
            at = Parent(at, above);
        return at is not null;
    }

    private string? Parent(string code, Dictionary<string, string?> above) =>
        above.TryGetValue(code, out var parent) ? parent
        : known.GetValueOrDefault(code)?.ParentId is { } id ? codes[id]
        : null;

    private bool Note(UnitRow row, Problem problem)
    {
        problems.Add(row.Row, problem);
        return false;
    }
}
