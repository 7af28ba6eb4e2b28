namespace Minqing.Storage.Verifying;

/// <summary>Reads the whole journal once, chain by chain, and beside it the rows and the words of the same subjects. A page at a time is in memory.</summary>
internal sealed class ChainPass(Snapshot snapshot, ChainCheck chains, AggregateCheck aggregates, TextCheck texts, RebuildCheck? rebuilt, Findings findings)
{
    private const int Page = 2000;
    private const string Order = "order by subject_id, subject_kind, seq limit 2000";
    private const string First = $"select {StoredEntry.Columns} from journal {Order}";
    private const string Next = $"select {StoredEntry.Columns} from journal where (subject_id, subject_kind, seq) > (@p0, @p1, @p2) {Order}";

    public async Task RunAsync(CancellationToken ct)
    {
        object? from = null;
        object[] last = [];
        while (true)
        {
            var count = 0;
            await foreach (var row in snapshot.RowsAsync(last is [] ? First : Next, last, ct))
            {
                count++;
                last = row[..3];
                Follow(row);
            }

            if (count < Page)
            {
                chains.End();
                await CompareAsync(from, null, ct);
                return;
            }

            await CompareAsync(from, last[0], ct);
            from = last[0];
        }
    }

    private void Follow(object[] row)
    {
        if (StoredEntry.Read(row) is { } entry)
        {
            var body = chains.Follow(entry);
            rebuilt?.Follow(entry, body);
            return;
        }

        chains.End();
        findings.Add($"{row[1]} {row[0]} entry {row[2]}", "a column holds what was never written there");
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
        await texts.CompareAsync(spoken, from, to, ct);
        if (rebuilt is not null)
            await rebuilt.CompareAsync(open, from, to, ct);
    }
}
