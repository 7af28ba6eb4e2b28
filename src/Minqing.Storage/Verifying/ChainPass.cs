using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>Reads the whole journal once, chain by chain, and beside it the rows and the words of the same subjects. A page at a time is in memory.</summary>
internal sealed class ChainPass(Snapshot snapshot, ChainCheck chains, AggregateCheck aggregates, TextCheck texts, MediaCheck media, RebuildCheck rebuilt, Findings findings)
{
    private const int Page = 2000;
    private const string Order = "order by subject_id, subject_kind, seq limit 2000";
    private const string First = $"select {StoredEntry.Columns} from journal {Order}";
    private const string Next = $"select {StoredEntry.Columns} from journal where (subject_id, subject_kind, seq) > (@p0, @p1, @p2) {Order}";

    private readonly Erasures erasures = new();
    private StrippedEntries stripped = new();

    public int Stripped => stripped.Count;

    public async Task RunAsync(CancellationToken ct)
    {
        stripped = await StrippedEntries.ReadAsync(snapshot, ct);
        object? from = null;
        object[] last = [];
        while (true)
        {
            var page = await snapshot.RowsAsync(last is [] ? First : Next, last, ct).ToListAsync(ct);
            foreach (var read in page.AsParallel().AsOrdered().Select(Examine))
                Follow(read);
            if (page.Count < Page)
            {
                chains.End();
                await CompareAsync(from, null, ct);
                return;
            }

            last = page[^1][..3];
            await CompareAsync(from, last[0], ct);
            from = last[0];
        }
    }

    // The costly part, on all processors: hash and JSON.
    private Examined Examine(object[] row)
    {
        var found = new List<Finding>();
        if (StoredEntry.Read(row) is not { } entry)
            return new(null, null, null, [new($"{row[1]} {Cells.Told(row[0])} entry {row[2]}", "a column holds what was never written there")]);

        var body = EntryCheck.Read(entry, stripped, found);
        return new(entry, body, RebuildCheck.Read(body), found);
    }

    private void Follow(Examined read)
    {
        foreach (var finding in read.Found)
            findings.Add(finding.Place, finding.What);
        if (read.Entry is not { } entry)
        {
            chains.End();
            return;
        }

        chains.Follow(entry, read.Body);
        erasures.Follow(entry, read.Step);
        media.Follow(entry, read.Step);
        rebuilt.Follow(entry, read.Step);
    }

    // The subject at the page's end may go on in the next page.
    private async Task CompareAsync(object? from, object? to, CancellationToken ct)
    {
        var open = chains.Open;
        var ended = chains.Ended.Where(e => e.Subject != open).ToList();
        var spoken = chains.Texts.Where(t => t.Subject != open).ToList();
        chains.Ended.RemoveAll(e => e.Subject != open);
        chains.Texts.RemoveAll(t => t.Subject != open);
        await aggregates.CompareAsync(ended, from, to, ct);
        await texts.CompareAsync(spoken, erasures, from, to, ct);
        await media.CompareAsync(open, erasures, from, to, ct);
        await rebuilt.CompareAsync(open, from, to, ct);
        erasures.Forget(open);
    }

    private sealed record Examined(StoredEntry? Entry, EntryBody? Body, StepTaken? Step, IReadOnlyList<Finding> Found);
}
