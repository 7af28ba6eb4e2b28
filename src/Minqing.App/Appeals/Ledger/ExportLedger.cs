using System.Runtime.CompilerServices;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Ledger;

/// <summary>Writes the ledger down as a file, page by page, up to a bound. What was taken by whom is in the journal before anybody gets the file (H-32).</summary>
public sealed class ExportLedger(MinqingDb db, ReadLedger read, TimeProvider clock)
{
    public const int AtMost = 20_000;
    private const int PageSize = 500;

    /// <summary>How many lines one file holds.</summary>
    public int LinesAtMost { get; init; } = AtMost;

    /// <param name="write">Writes the lines into the file, which is not given to anybody before this is done.</param>
    public async Task<Result<ExportDone>> RunAsync(Viewer viewer, LedgerFilter filter, ExportFormat format, Func<LedgerLines, Task> write, CancellationToken ct)
    {
        if (viewer.Posts.FirstOrDefault(p => p.Reaches(Permission.SeeAppeal).Any()) is not { } post)
        {
            return new NotForYou(Permission.SeeAppeal);
        }

        var taken = new LedgerLines(await ExportHead.OfAsync(db, viewer, post, filter.Region, clock.Now(), LinesAtMost, ct), filter, lines => LinesAsync(viewer, filter, lines, ct));
        await write(taken);
        db.LedgerExports.Add(LedgerExport.Made(Guid.CreateVersion7(), new(WrittenFilter.Of(filter.Text), format, taken.Rows, taken.More), new(viewer.As(post), clock.Now())));
        await db.SaveChangesAsync(ct);
        return new ExportDone(taken.Rows, taken.More);
    }

    private async IAsyncEnumerable<LedgerRow> LinesAsync(Viewer viewer, LedgerFilter filter, LedgerLines taken, [EnumeratorCancellation] CancellationToken ct)
    {
        LedgerCursor? after = null;
        do
        {
            var page = (await read.RunAsync(viewer, filter, after, Math.Min(PageSize, LinesAtMost - taken.Rows), ct)).Value;
            foreach (var row in page.Rows)
            {
                taken.Rows++;
                yield return row;
            }

            after = page.Next;
        }
        while (after is not null && taken.Rows < LinesAtMost);
        taken.More = after is not null;
    }
}

/// <summary>The lines of a file, to be read once; how many there were, and whether there are more, is known at their end.</summary>
public sealed class LedgerLines
{
    internal LedgerLines(ExportHead head, LedgerFilter filter, Func<LedgerLines, IAsyncEnumerable<LedgerRow>> all) => (Head, Filter, All) = (head, filter, all(this));

    public ExportHead Head { get; }

    public LedgerFilter Filter { get; }

    public IAsyncEnumerable<LedgerRow> All { get; }

    public int Rows { get; internal set; }

    public bool More { get; internal set; }
}

/// <summary>How many lines the file holds, and whether there was more.</summary>
public sealed record ExportDone(int Rows, bool More);
