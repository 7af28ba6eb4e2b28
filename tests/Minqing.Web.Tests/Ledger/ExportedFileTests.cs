using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Ledger;

/// <summary>The ledger as the paper form: a workbook that opens, CSV that spreadsheets read, and nothing in it that acts or tells who reported.</summary>
[Trait("Spec", "H-32")]
public sealed class ExportedFileTests
{
    private static readonly string[] Heads = ["序号", "编号", "受理时间", "来源", "地点", "诉求内容", "类别", "承办单位", "办理期限", "办理结果", "办结时间", "回访结果/满意度", "备注"];

    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    public async Task The_workbook_is_valid_has_the_offices_columns_and_holds_formulas_as_text(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        await SayAsync(city, it, "=HYPERLINK(\"http://x\",\"领钱\") 请打 13911112222\u0001");

        using var browser = await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person);
        using var answer = await browser.SendAsync("/ledger?handler=Export&stage=handling", ("format", "xlsx"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        using var book = SpreadsheetDocument.Open(file, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(book, Ct).Select(e => e.Description));
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText).ToArray()).ToList();
        Assert.EndsWith("民情台账", rows[0][0], StringComparison.Ordinal);
        Assert.Contains("受理时间：全部", rows[1][0], StringComparison.Ordinal);
        Assert.Contains("制表：", rows[2][0], StringComparison.Ordinal);
        Assert.Equal(Heads, rows[3]);
        var line = Assert.Single(rows[4..]);
        Assert.Equal(("1", "=HYPERLINK(\"http://x\",\"领钱\") 请打 ***********"), (line[0], line[5]));
        Assert.Equal(Heads.Length, line.Length);
        Assert.Empty(book.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
        Assert.DoesNotContain("王秀兰", string.Concat(rows.SelectMany(r => r)), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Csv_comes_in_both_encodings_and_no_cell_is_a_formula(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        await SayAsync(city, it, "=cmd|' /C calc'!A0");
        using var county = await city.Site.ProgramOfAsync(city.At(Role.CountyCentre).Person);

        var utf8 = await FileAsync(county, "csv");
        var gb = await FileAsync(county, "csv-gb18030");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), utf8[..3]);
        var text = Encoding.UTF8.GetString(utf8.AsSpan(3));
        Assert.Equal(text, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(gb));
        Assert.Contains(string.Join(',', Heads), text, StringComparison.Ordinal);
        Assert.Contains("'=cmd|", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", text, StringComparison.Ordinal);
        await using var db = city.Site.Test.NewDb();
        Assert.Equal([1, 1], await db.LedgerExports.Select(e => e.Rows).ToListAsync(Ct));
    }

    private static async Task<byte[]> FileAsync(HttpClient program, string format)
    {
        using var answer = await program.PostAsync(new Uri($"/api/v1/ledger/exports?format={format}", UriKind.Relative), null, Ct);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, (answer.Content.Headers.ContentType ?? new MediaTypeHeaderValue("no/thing")).MediaType));
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    private static async Task SayAsync(WalkedCity city, Case it, string words)
    {
        await using var db = city.Site.Test.NewDb();
        var text = await db.Appeals.Where(a => a.Id == it.Appeal).Select(a => a.Words).SingleAsync(Ct);
        await db.Texts.Where(t => t.Id == text).ExecuteUpdateAsync(t => t.SetProperty(x => x.Words, words), Ct);
    }
}
