namespace Minqing.Storage.Verifying;

/// <summary>Every row that has a journal against the end of that journal, and every journal against its row.</summary>
internal sealed class AggregateCheck(MinqingDb db, Snapshot snapshot, Findings findings)
{
    private readonly IReadOnlyList<AggregateTable> tables = AggregateTable.All(db.Model);

    public long Subjects { get; private set; }

    /// <summary>Compares the subjects within the bounds; all of <paramref name="ended"/> are.</summary>
    public async Task CompareAsync(IReadOnlyList<ChainEnd> ended, object? from, object? to, CancellationToken ct)
    {
        var ends = ended.GroupBy(e => (e.Kind, e.Subject)).ToDictionary(g => g.Key, g => g.Last());
        foreach (var table in tables)
        {
            await foreach (var row in table.RowsAsync(snapshot, from, to, ct))
            {
                Subjects++;
                try
                {
                    var id = Cells.Guid(row[0]);
                    ends.Remove((table.Kind, id), out var end);
                    Compare(table.Kind, id, Cells.Number(row[1]), Cells.Bytes(row[2]), end);
                }
                catch (Exception e) when (e is InvalidCastException or FormatException)
                {
                    findings.Add($"{table.Kind} {Cells.Told(row[0])}", "its row was changed: a column holds what was never written there");
                }
            }
        }

        foreach (var alone in ends.Values)
            findings.Add($"{alone.Kind} {alone.Subject}", $"has a journal of {alone.Length} entries, but its row was removed");
    }

    private void Compare(string kind, Guid id, long length, byte[] head, ChainEnd? end)
    {
        if ((end?.Length ?? 0) < length)
            findings.Add(StoredEntry.NameOf(kind, id, (end?.Length ?? 0) + 1), length - (end?.Length ?? 0) > 1 ? $"is missing, and so are those up to {length}" : "is missing");
        else if (end!.Length > length)
            findings.Add($"{kind} {id}", $"its row speaks of {length} entries, its journal has {end.Length}");
        else if (!head.AsSpan().SequenceEqual(end.Head))
            findings.Add(StoredEntry.NameOf(kind, id, length), "is not the entry that its row remembers as the last: one of the two was changed");
    }
}
