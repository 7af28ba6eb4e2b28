using System.Text.Json;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>The entries of which a later one of the same subject says that where it is was taken out of them, because a secret was submitted: they stand in the chain by the hash that they were written with.</summary>
internal sealed class StrippedEntries
{
    // Only of what was purged; all that these say is held against the chain like every other entry.
    private const string Sql = $"""
        select {StoredEntry.Columns} from journal where step = 'purge' and subject_id in
        (select id from appeals where purged_at is not null union select l.report from report_appeals l join appeals a on a.id = l.appeal where a.purged_at is not null)
        """;

    private readonly Dictionary<(string Kind, Guid Subject, long Seq), string> known = [];

    public int Count => known.Count;

    public static async Task<StrippedEntries> ReadAsync(Snapshot snapshot, CancellationToken ct)
    {
        var stripped = new StrippedEntries();
        await foreach (var row in snapshot.RowsAsync(Sql, [], ct))
        {
            if (StoredEntry.Read(row) is { } entry && HashChain.Hash(entry.Previous, entry.Body).AsSpan().SequenceEqual(entry.Hash))
                stripped.Add(entry);
        }

        return stripped;
    }

    /// <summary>Whether the entry is as it was left then, and tells nothing of where.</summary>
    public bool Holds(StoredEntry entry)
    {
        try
        {
            return known.TryGetValue((entry.Kind, entry.SubjectId, entry.Seq), out var hash) && StrippedBody.HashOf(entry.Body) == hash && StrippedBody.Is(Facts.Parse(entry.Body));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Add(StoredEntry entry)
    {
        try
        {
            foreach (var named in Facts.Step(Facts.Parse(entry.Body)).Facts.SelectMany(Of))
                known[(entry.Kind, entry.SubjectId, named.Seq)] = named.Hash;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // What cannot be read is found when its chain is followed.
        }
    }

    private static IReadOnlyList<StrippedEntry> Of(DomainEvent fact) => fact switch
    {
        AppealPurged f => f.Stripped,
        ReportPurged f => f.Stripped,
        _ => [],
    };
}
