using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Minqing.App.Appeals.Ledger;

namespace Minqing.Web.Ledger.Printing;

/// <summary>The paper form as CSV. A cell that a spreadsheet would take for a formula is marked as text.</summary>
internal static class CsvForm
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static Task WriteAsync(Stream file, bool gb18030, PaperForm form, LedgerLines lines) =>
        WriteAsync(file, gb18030, new("台账", [form.Title, form.Heading, form.Printed], PaperForm.Columns), Lines(form, lines), () => lines.More ? form.MoreLeft : null);

    /// <summary>Any table with a title and two lines under it.</summary>
    /// <param name="tail">What stands below the lines, asked for once they are written; null where nothing does.</param>
    public static async Task WriteAsync(Stream file, bool gb18030, SheetHead head, IAsyncEnumerable<IReadOnlyList<string>> lines, Func<string?> tail)
    {
        await using var csv = new CsvWriter(new StreamWriter(file, gb18030 ? Gb18030 : Utf8, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape });
        foreach (var above in head.Above)
        {
            Line(csv, [above]);
        }

        Line(csv, head.Columns.Select(c => c.Name));
        await foreach (var cells in lines)
        {
            Line(csv, cells);
        }

        if (tail() is { } below)
            Line(csv, [below]);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string>> Lines(PaperForm form, LedgerLines lines)
    {
        var no = 0;
        await foreach (var row in lines.All)
        {
            yield return form.Line(++no, row);
        }
    }

    private static void Line(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
