using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Minqing.Web.Ledger.Printing;

/// <summary>A table as a workbook, ready to be printed: A4 across, the head repeated on each leaf. Every cell is text, so that nothing in it is ever a formula. Written line by line.</summary>
internal static class SheetForm
{
    private const int HeadRow = 4;

    public static async Task WriteAsync(Stream file, PrintedTable table)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = SheetLooks.Make();
        styles.Stylesheet.Save();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            await WriteAsync(writer, table);
        }

        book.Workbook = new Workbook(
            new Sheets(new Sheet { Name = table.Head.Name, SheetId = 1, Id = book.GetIdOfPart(sheet) }),
            new DefinedNames(new DefinedName($"{table.Head.Name}!${HeadRow}:${HeadRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        book.Workbook.Save();
    }

    private static async Task WriteAsync(OpenXmlWriter writer, PrintedTable table)
    {
        var head = table.Head;
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = HeadRow, TopLeftCell = $"A{HeadRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(head.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        Line(writer, 1, [head.Above[0]], SheetLooks.Title);
        Line(writer, 2, [head.Above[1]], SheetLooks.Note);
        Line(writer, 3, [head.Above[2]], SheetLooks.Note);
        Line(writer, HeadRow, head.Columns.Select(c => c.Name), SheetLooks.Head);
        var no = 0;
        await foreach (var cells in table.Lines)
        {
            no++;
            Line(writer, HeadRow + no, cells, SheetLooks.Cell);
        }

        if (table.Tail?.Invoke() is { } below)
            Line(writer, HeadRow + no + 1, [below], SheetLooks.Note);
        writer.WriteEndElement();
        var last = Letter(head.Columns.Count);
        writer.WriteElement(new MergeCells(Enumerable.Range(1, HeadRow - 1).Select(r => new MergeCell { Reference = $"A{r}:{last}{r}" })));
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        writer.WriteEndElement();
    }

    private static void Line(OpenXmlWriter writer, int no, IEnumerable<string> cells, uint look)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)no });
        var column = 0;
        foreach (var cell in cells)
            writer.WriteElement(new Cell(new InlineString(new Text(Writable(cell)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = $"{Letter(++column)}{no.ToString(CultureInfo.InvariantCulture)}", DataType = CellValues.InlineString, StyleIndex = look });
        writer.WriteEndElement();
    }

    private static string Letter(int column) => ((char)('A' + column - 1)).ToString();

    // Signs that no XML may hold, and what is longer than a cell takes.
    private static string Writable(string text)
    {
        const int longest = 32_000;
        var kept = text.Length > longest ? text[..longest] : text;
        return kept.All(System.Xml.XmlConvert.IsXmlChar) ? kept : new([.. kept.Where((c, i) => System.Xml.XmlConvert.IsXmlChar(c) || IsPair(kept, i))]);
    }

    private static bool IsPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]);
}
