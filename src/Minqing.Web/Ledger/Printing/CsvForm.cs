using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Minqing.Web.Ledger.Printing;

/// <summary>A table as CSV. A cell that a spreadsheet would take for a formula is marked as text.</summary>
internal static class CsvForm
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static async Task WriteAsync(Stream file, bool gb18030, PrintedTable table)
    {
        await using var csv = new CsvWriter(new StreamWriter(file, gb18030 ? Gb18030 : Utf8, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape });
        foreach (var above in table.Head.Above)
        {
            Line(csv, [above]);
        }

        Line(csv, table.Head.Columns.Select(c => c.Name));
        await foreach (var cells in table.Lines)
        {
            Line(csv, cells);
        }

        if (table.Tail?.Invoke() is { } below)
            Line(csv, [below]);
    }

    private static void Line(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
