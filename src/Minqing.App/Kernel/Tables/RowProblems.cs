using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel.Tables;

/// <summary>Collects what is wrong with the rows of a file, so that people see all of it at once.</summary>
public sealed class RowProblems(Table table)
{
    /// <summary>How many are listed at most; the rest is only counted.</summary>
    public const int Shown = 1000;

    private readonly List<RowProblem> all = [.. table.Broken];

    public bool Any => all.Count > 0;

    public void Add(Row row, Problem problem) => all.Add(new(row.Line, problem));

    public RowsRefused Refused => new([.. all.OrderBy(p => p.Line).Take(Shown)], all.Count);

    /// <summary>The cell's text; null, and a problem noted, when it is empty or too long.</summary>
    public string? Text(Row row, Column column, int atMost)
    {
        var text = row[column];
        Problem? problem = text.Length == 0 ? new CellMissing(column.Name) : text.Length > atMost ? new CellTooLong(column.Name, atMost) : null;
        if (problem is null)
            return text;
        Add(row, problem);
        return null;
    }
}
