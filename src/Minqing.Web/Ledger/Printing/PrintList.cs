using System.Globalization;
using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Ledger.Printing;

/// <summary>Makes the file of any list but the ledger's own.</summary>
public sealed class PrintList(ExportList export, PrintedLists lists)
{
    public async Task<Result<PrintedFile>> MakeAsync(Viewer viewer, FilteredList list, ListQuestion asked, ExportFormat format, CancellationToken ct)
    {
        if (lists.Of(list) is not { } form)
        {
            return new FilterNotUnderstood("list");
        }

        var (file, name) = (new MemoryStream(), "");
        var done = await export.RunAsync(viewer, list, asked.Text, format, after => form.Read(new(viewer, asked.Part, after, ct)), WriteAsync, ct);
        file.Position = 0;
        return done.Problem is { } no ? no : new PrintedFile(file, PrintedFile.TypeOf(format), name, done.Value);

        Task WriteAsync(ListExport it)
        {
            var (title, at) = ($"{it.Head.Region}{form.Title}", LocalTime.Of(it.Head.At));
            name = PrintedFile.NameOf(title, it.Head.At, format);
            string[] above =
            [
                title, $"共 {it.Lines.Count} 件{(asked.Part("q") is { Length: > 0 } sought ? $"　查找：{sought}" : "")}",
                string.Create(CultureInfo.InvariantCulture, $"制表：{it.Head.Unit} {it.Head.Person}　制表时间：{at:yyyy-MM-dd HH:mm}"),
            ];
            var lines = it.Lines.Index().Select(l => (IReadOnlyList<string>)[(l.Index + 1).ToString(CultureInfo.InvariantCulture), .. l.Item]).ToAsyncEnumerable();
            return new PrintedTable(new(form.Title, above, [("序号", 6), .. form.Columns]), lines, () => it.More ? $"只有前 {it.Head.AtMost} 件，后面还有：请加上条件，分几次导出。" : null).WriteAsync(file, format);
        }
    }
}
