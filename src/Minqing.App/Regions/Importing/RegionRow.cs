using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Regions.Importing;

/// <summary>A row of the file that makes sense by itself; whether it fits the others is not known yet.</summary>
internal sealed record RegionRow(Row Row, string Code, string Name, RegionLevel Level, string? Parent)
{
    private const int LongestName = 100;
    private const int GridDigits = 15;

    public static RegionRow? Read(Row row, RowProblems problems)
    {
        var text = problems.Text(row, RegionColumns.Code, GridDigits);
        var name = problems.Text(row, RegionColumns.Name, LongestName);
        if (LevelOf(row, problems) is not { } level || text is null)
            return null;
        if (RegionCode.Parse(text, level) is not { } code)
        {
            problems.Add(row, new RegionCodeNotValid(text, level));
            return null;
        }

        var above = row[RegionColumns.Parent];
        var parent = above.Length > 0 ? RegionCode.Complete(above) : level == RegionLevel.Grid ? code[..^3] : null;
        if (above.Length > 0 && parent is null)
            problems.Add(row, new ParentUnknown(above));
        else if (level == RegionLevel.Grid && !code.StartsWith(parent!, StringComparison.Ordinal))
            problems.Add(row, new GridNotOfVillage(code, parent!));
        else if (name is not null)
            return new(row, code, name, level, parent);
        return null;
    }

    private static RegionLevel? LevelOf(Row row, RowProblems problems)
    {
        var text = row[RegionColumns.Level];
        if (text.Length == 0 && row[RegionColumns.Code].Length == GridDigits)
            return RegionLevel.Grid;
        if (RegionColumns.LevelOf(text) is { } level)
            return level;
        problems.Add(row, text.Length == 0 ? new CellMissing(RegionColumns.Level.Name) : new CellNotUnderstood(RegionColumns.Level.Name, text));
        return null;
    }
}
