namespace Minqing.App.Kernel.Tables;

/// <summary>A row of a file, and the line on which it begins; the header is line 1.</summary>
public readonly record struct Row
{
    private readonly IReadOnlyDictionary<Column, int> places;
    private readonly string[] cells;

    internal Row(int line, string[] cells, IReadOnlyDictionary<Column, int> places) => (Line, this.cells, this.places) = (line, cells, places);

    public int Line { get; }

    /// <summary>The cell without the blanks around it; empty where the column or the cell is missing.</summary>
    public string this[Column column] => places.TryGetValue(column, out var at) && at < cells.Length ? cells[at].Trim() : "";
}
