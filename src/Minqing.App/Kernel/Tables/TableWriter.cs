using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Minqing.App.Kernel.Tables;

/// <summary>Writes a CSV file that an import takes back: UTF-8, with a byte order mark where spreadsheets shall show Chinese.</summary>
public sealed class TableWriter : IAsyncDisposable
{
    private readonly CsvWriter csv;

    public TableWriter(Stream stream, IReadOnlyList<Column> columns, bool forSpreadsheets = true)
    {
        csv = new(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: forSpreadsheets), leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        Row([.. columns.Select(c => c.Name)]);
    }

    public void Row(params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    public ValueTask DisposeAsync() => csv.DisposeAsync();
}
