using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Ledger.Printing;

/// <summary>Makes the file of an export. It lies in a file of its own that is gone once it is closed; nothing of it is given away before the journal knows.</summary>
public sealed class PrintLedger(ExportLedger export, ListBarred barred, Profile profile)
{
    private const int Buffer = 64 * 1024;

    public async Task<Result<PrintedFile>> MakeAsync(Viewer viewer, LedgerFilter filter, ExportFormat format, CancellationToken ct)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var name = "";
        var vetoed = await barred.ShownToAsync(viewer, ct);
        try
        {
            var done = await export.RunAsync(viewer, filter, format, Write, ct);
            if (done.Problem is { } no)
            {
                await file.DisposeAsync();
                return no;
            }

            file.Position = 0;
            return new PrintedFile(file, PrintedFile.TypeOf(format), name, done.Value);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        Task Write(LedgerLines lines)
        {
            var form = new PaperForm(profile, lines, vetoed);
            name = PrintedFile.NameOf(form.Title, lines.Head.At, format);
            return form.Table.WriteAsync(file, format);
        }
    }
}
