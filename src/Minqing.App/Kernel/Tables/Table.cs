using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel.Tables;

/// <summary>A CSV file as read: rows with their lines, found by the columns that were asked for.</summary>
public sealed class Table
{
    private readonly Dictionary<Column, int> places = [];
    private readonly List<Row> rows = [];
    private readonly List<RowProblem> broken = [];

    private Table()
    {
    }

    public IReadOnlyList<Row> Rows => rows;

    /// <summary>Rows that could not be cut into cells.</summary>
    public IReadOnlyList<RowProblem> Broken => broken;

    /// <summary>Columns of the file that nobody asked for.</summary>
    public IReadOnlyList<string> Ignored { get; private init; } = [];

    public bool Has(Column column) => places.ContainsKey(column);

    public static Result<Table> Read(ReadOnlySpan<byte> file, IReadOnlyList<Column> columns)
    {
        if (TableText.Decode(file) is not { } text)
            return new NotText();

        var quotes = false;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Delimiter(text),
            BadDataFound = _ => quotes = true,
        });
        if (!parser.Read() || parser.Record is not { } header)
            return new FileEmpty();

        var table = new Table { Ignored = [.. header.Where(h => h.Length > 0 && !columns.Any(c => c.IsCalled(h)))] };
        if (table.Find(header, columns) is { } problem)
            return problem;

        while (parser.Read())
        {
            var cells = parser.Record!;
            var record = parser.RawRecord.AsSpan().TrimStart("\r\n");
            var open = Unclosed(record);
            var line = parser.RawRow - (open ? record : record.TrimEnd("\r\n")).Count('\n');
            if (quotes || open)
                table.broken.Add(new(line, new BrokenQuotes()));
            else if (cells.Length > header.Length)
                table.broken.Add(new(line, new TooManyCells()));
            else
                table.rows.Add(new(line, cells, table.places));
            quotes = false;
        }

        return table;
    }

    private Problem? Find(string[] header, IReadOnlyList<Column> columns)
    {
        foreach (var column in columns)
        {
            var found = Enumerable.Range(0, header.Length).Where(i => column.IsCalled(header[i])).ToList();
            if (found.Count > 1)
                return new ColumnTwice(column.Name);
            if (found.Count == 1)
                places.Add(column, found[0]);
            else if (column.Required)
                return new ColumnMissing(column.Name);
        }

        return null;
    }

    // Spreadsheets of some languages save with tabs or semicolons.
    private static string Delimiter(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return header.Contains(',') ? "," : header.Contains('\t') ? "\t" : header.Contains(';') ? ";" : ",";
    }

    // A quotation mark that is never closed swallows the rest of the file without a complaint.
    private static bool Unclosed(ReadOnlySpan<char> record) => record.Count('"') % 2 == 1;
}
