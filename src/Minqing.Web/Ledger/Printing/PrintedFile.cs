using System.Globalization;
using Minqing.App.Appeals.Ledger;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Ledger.Printing;

/// <summary>A file to be given away: what is in it, what it is, what it is called.</summary>
public sealed record PrintedFile(Stream Content, string Type, string Name, ExportDone Done)
{
    internal static string NameOf(string title, DateTime at, ExportFormat format) =>
        $"{title}-{LocalTime.Of(at).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}{(format == ExportFormat.Xlsx ? ".xlsx" : ".csv")}";

    internal static string TypeOf(ExportFormat format) => format switch
    {
        ExportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ExportFormat.Csv => "text/csv; charset=utf-8",
        ExportFormat.CsvGb18030 => "text/csv; charset=gb18030",
    };
}
