using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Ledger;

/// <summary>Gives any list away as a file, leaf by leaf up to a bound. Who took what of it is in the journal before anybody gets the file (H-32).</summary>
public sealed class ExportList(MinqingDb db, TimeProvider clock)
{
    public const int AtMost = 5_000;

    /// <summary>How many lines one file holds.</summary>
    public int LinesAtMost { get; init; } = AtMost;

    /// <param name="asked">What the list was asked, as it stands in its address.</param>
    /// <param name="read">Reads the leaf behind a cursor as whoever takes it sees it; null for the first.</param>
    /// <param name="write">Writes the file, which is not given to anybody before this is done.</param>
    public async Task<Result<ExportDone>> RunAsync(
        Viewer viewer, FilteredList list, string asked, ExportFormat format, Func<string?, Task<Result<ListLeaf>>> read, Func<ListExport, Task> write, CancellationToken ct)
    {
        if (viewer.Posts.Count == 0)
        {
            return new NotForYou(Permission.SeeAppeal);
        }

        var (lines, next) = (new List<IReadOnlyList<string>>(), (string?)null);
        do
        {
            var leaf = await read(next);
            if (leaf.Problem is { } no)
            {
                return no;
            }

            lines.AddRange(leaf.Value.Lines);
            next = leaf.Value.Next;
        }
        while (next is not null && lines.Count < LinesAtMost);

        var (post, more) = (viewer.Posts[0], next is not null || lines.Count > LinesAtMost);
        var taken = lines.Take(LinesAtMost).ToList();
        await write(new(await ExportHead.OfAsync(db, viewer, post, null, clock.Now(), LinesAtMost, ct), taken, more));
        db.LedgerExports.Add(LedgerExport.Made(Guid.CreateVersion7(), new($"{list.Name()}?{PersonalData.Masked(WrittenFilter.Of(asked))}", format, taken.Count, more), new(viewer.As(post), clock.Now())));
        await db.SaveChangesAsync(ct);
        return new ExportDone(taken.Count, more);
    }
}

/// <summary>Some lines of a list in words, and where the next begin; null at the end.</summary>
public sealed record ListLeaf(IReadOnlyList<IReadOnlyList<string>> Lines, string? Next);

/// <summary>A list as it goes into a file.</summary>
/// <param name="More">Whether there was more than one file holds.</param>
public sealed record ListExport(ExportHead Head, IReadOnlyList<IReadOnlyList<string>> Lines, bool More);
