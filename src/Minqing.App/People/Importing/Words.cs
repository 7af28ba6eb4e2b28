using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;

namespace Minqing.App.People.Importing;

/// <summary>The codes of a column: their names, and what offices call them.</summary>
internal sealed class Words<T>(params (string Word, T Code)[] others)
    where T : struct, Enum
{
    private readonly Dictionary<string, T> words = others.ToDictionary(o => o.Word, o => o.Code);

    /// <summary>The cell's code, or what holds where the cell is empty; null, and a problem noted, when neither is there.</summary>
    public T? Read(Row row, Column column, T? otherwise, RowProblems problems)
    {
        var text = row[column];
        if ((text.Length == 0 ? otherwise : words.TryGetValue(text, out var word) ? word : Kebab.Parse<T>(text.ToLowerInvariant())) is { } code)
            return code;
        problems.Add(row, text.Length == 0 ? new CellMissing(column.Name) : new CellNotUnderstood(column.Name, text));
        return null;
    }
}
