using Minqing.Domain.Appeals;

namespace Minqing.Web.Ledger.Printing;

/// <summary>A table as it goes into a file of any kind.</summary>
/// <param name="Tail">What stands below the lines, asked for once they are written; null where nothing does.</param>
internal sealed record PrintedTable(SheetHead Head, IAsyncEnumerable<IReadOnlyList<string>> Lines, Func<string?>? Tail = null)
{
    public Task WriteAsync(Stream file, ExportFormat format) => format switch
    {
        ExportFormat.Xlsx => SheetForm.WriteAsync(file, this),
        ExportFormat.Csv => CsvForm.WriteAsync(file, gb18030: false, this),
        ExportFormat.CsvGb18030 => CsvForm.WriteAsync(file, gb18030: true, this),
    };
}

/// <summary>What stands above a table: the leaf's name, the title with two lines under it, the columns and how wide each is in signs.</summary>
internal sealed record SheetHead(string Name, IReadOnlyList<string> Above, IReadOnlyList<(string Name, int Width)> Columns);
