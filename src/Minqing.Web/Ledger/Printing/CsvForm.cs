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

    public static async Task WriteAsync(Stream file, bool gb18030, PaperForm form, LedgerLines lines)
    {
        await using var csv = new CsvWriter(new StreamWriter(file, gb18030 ? Gb18030 : Utf8, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape });
        Line(csv, [form.Title]);
        Line(csv, [form.Heading]);
        Line(csv, [form.Printed]);
        Line(csv, PaperForm.Columns.Select(c => c.Name));
        var no = 0;
        await foreach (var row in lines.All)
        {
            Line(csv, form.Line(++no, row));
        }

        if (lines.More)
            Line(csv, [form.MoreLeft]);
    }

    private static void Line(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }
}
