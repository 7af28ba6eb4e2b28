using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.People.Importing;

/// <summary>A row of the file that makes sense by itself.</summary>
internal sealed record UnitRow(Row Row, string Code, string Name, UnitKind Kind, string Region, string? Parent, IReadOnlyList<string> Serves, string? Field)
{
    public static UnitRow? Read(Row row, RowProblems problems)
    {
        var code = problems.Text(row, UnitColumns.Code, Longest.Code);
        var name = problems.Text(row, UnitColumns.Name, Longest.Name);
        var kind = UnitColumns.Kinds.Read(row, UnitColumns.Kind, null, problems);
        var region = problems.Text(row, UnitColumns.Region, Longest.Code);
        if (code is null || name is null || kind is null || region is null)
            return null;

        var (seat, serves) = (RegionCode.Complete(region) ?? region, row.List(UnitColumns.Serves).Select(c => RegionCode.Complete(c) ?? c).Distinct().ToList());
        return new(row, code, name, kind.Value, seat, row[UnitColumns.Parent] is { Length: > 0 } parent ? parent : null, serves.Count == 0 ? [seat] : serves, row[UnitColumns.Field] is { Length: > 0 } field ? field : null);
    }
}
