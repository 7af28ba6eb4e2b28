using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage.Media;

namespace Minqing.Storage.Verifying;

/// <summary>Photos and recordings against the hashes in the journal: the rows, and the stored files byte for byte. Needs no key.</summary>
/// <param name="store">Where the files are; null when the rows alone are to be checked.</param>
internal sealed class MediaCheck(Snapshot snapshot, MediaStore? store, Findings findings)
{
    private const string Columns = "select m.id, m.subject_kind, m.subject_id, m.state, f.role, f.hash from (select * from media where subject_id is not null) m left join media_files f on f.media_id = m.id";

    private readonly List<MediaSaid> said = [];
    private long files;

    public long Media { get; private set; }

    public long Files => files;

    /// <summary>Takes down what an entry says of photos and recordings.</summary>
    public void Follow(StoredEntry entry, StepTaken? step) =>
        said.AddRange((step?.Facts ?? []).SelectMany(Of).Select(m => new MediaSaid(m.Id.Value, m.Hash, entry.Kind, entry.SubjectId, entry.Seq)));

    /// <summary>Compares the subjects within the bounds, which are all but the open one.</summary>
    public async Task CompareAsync(Guid? open, Erasures erasures, object? from, object? to, CancellationToken ct)
    {
        var refs = said.Where(s => s.Subject != open).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First());
        said.RemoveAll(s => s.Subject != open);
        var rows = await snapshot.RangeAsync(Columns, "m.subject_id", from, to, ct).GroupBy(row => Cells.Told(row[0])).ToListAsync(ct);
        var stored = new List<(string Place, string Hash)>();
        foreach (var row in rows)
        {
            Media++;
            if (!Guid.TryParse(row.Key, out var id) || !refs.Remove(id, out var media))
                findings.Add($"media {row.Key} of {row.First()[1]} {Cells.Told(row.First()[2])}", "no entry speaks of it: it was put in from outside, or its entry was removed");
            else if (Judge([.. row], media, erasures.Holds(media)) is { } what)
                findings.Add(media.Name, what);
            else if (row.First()[3] as string == nameof(MediaState.Ready))
                stored.AddRange(row.Select(file => ($"{media.Name}, {file[4]}", (string)file[5])));
        }

        foreach (var media in refs.Values)
            findings.Add(media.Name, "is missing");
        await ReadAsync(stored, ct);
    }

    private static string? Judge(List<object[]> rows, MediaSaid said, bool erased)
    {
        var row = rows[0];
        if (row[1] as string != said.Kind || Cells.Told(row[2]) != $"{said.Subject}")
            return "was given to another subject";

        return (row[3] as string, erased) switch
        {
            (nameof(MediaState.Erased), true) => null,
            (_, true) => "was erased by an entry and is there again",
            (nameof(MediaState.Erased), false) => "was erased and no entry says so",
            (nameof(MediaState.Ready), false) => Original(rows) == said.Hash && rows.TrueForAll(r => r[5] is string { Length: 64 }) ? null : "is not the file that was handed in",
            _ => "is no longer as it was handed in",
        };
    }

    private static string? Original(List<object[]> rows) => rows.Find(r => r[4] as string == nameof(MediaRole.Original))?[5] as string;

    private async Task ReadAsync(List<(string Place, string Hash)> stored, CancellationToken ct)
    {
        if (store is null)
            return;

        await Parallel.ForEachAsync(stored, ct, async (file, c) =>
        {
            Interlocked.Increment(ref files);
            if (!await store.IsWholeAsync(file.Hash, c))
                findings.Add(file.Place, $"its file {file.Hash} is missing or was changed");
        });
    }

    private static IReadOnlyList<MediaRef> Of(DomainEvent fact) => fact switch
    {
        ReportReceived f => f.Media,
        ReportSupplemented f => f.Media,
        ResultSubmitted f => f.Evidence,
        PromiseProofSubmitted f => f.Evidence,
        DocketShown f => f.Media,
        CoReported f => f.Evidence,
        SiteVisited f => f.Evidence,
        _ => [],
    };
}

/// <summary>A photo or recording that an entry speaks of.</summary>
internal sealed record MediaSaid(Guid Id, string Hash, string Kind, Guid Subject, long Seq)
{
    public string Name => $"media {Id} of {StoredEntry.NameOf(Kind, Subject, Seq)}";
}
