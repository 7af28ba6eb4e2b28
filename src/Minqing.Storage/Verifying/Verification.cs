using Minqing.Storage.Media;
using Minqing.Storage.Sealing;

namespace Minqing.Storage.Verifying;

/// <summary>Checks everything that is written for ever: chains, rows, words, photos, links, numbers, heads. Needs the database, the files of media and the head file, no secret.</summary>
public sealed class Verification(MinqingDb db)
{
    /// <param name="headFile">The file outside the database; null or absent when there is none.</param>
    /// <param name="pinned">Public keys known from elsewhere; when there are any, no other is believed.</param>
    /// <param name="media">The files of photos and recordings; null to check their rows alone.</param>
    public async Task<Verdict> RunAsync(string? headFile, IReadOnlyList<HeadKey> pinned, CancellationToken ct, MediaStore? media = null)
    {
        var findings = new Findings();
        await using var snapshot = await Snapshot.OpenAsync(db, ct);
        var (chains, aggregates, texts) = (new ChainCheck(findings), new AggregateCheck(db, snapshot, findings), new TextCheck(snapshot, findings));
        var (files, rebuilt) = (new MediaCheck(snapshot, media, findings), new RebuildCheck(db, snapshot, findings));
        var pass = new ChainPass(snapshot, chains, aggregates, texts, files, rebuilt, findings);
        await pass.RunAsync(ct);

        await rebuilt.FindStraysAsync(ct);
        await LinkCheck.RunAsync(snapshot, findings, ct);
        await VaultCheck.RunAsync(snapshot, findings, ct);

        using var file = File.Exists(headFile) ? new HeadFileReader(headFile, findings) : null;
        var keys = pinned is [_, ..] ? pinned.ToDictionary(k => k.Id) : file?.Keys ?? await KeysAsync(snapshot, ct);
        var queue = new HeadQueue(snapshot, findings);
        var heads = new HeadCheck(queue, file, keys, findings);
        var tree = new TreePass(snapshot, queue, file, heads, findings);
        await tree.RunAsync(ct);
        if (file is null && heads.Heads > 0)
            findings.Add("head file", $"is missing{(headFile is null ? "" : $" at {headFile}")}: whether heads were replaced cannot be told without it");

        return new()
        {
            Entries = chains.Entries,
            Unsealed = chains.Unsealed,
            Subjects = aggregates.Subjects,
            Texts = texts.Texts,
            ErasedTexts = texts.Erased,
            Stripped = pass.Stripped,
            Media = files.Media,
            MediaFiles = files.Files,
            Heads = heads.Heads,
            HeadsNotInFile = heads.NotInFile,
            HeadFile = file is not null,
            SignedBy = [.. heads.SignedBy.Order(StringComparer.Ordinal)],
            Found = findings.Count,
            Findings = await ReportNumbers.NameAsync(snapshot, findings.First, ct),
        };
    }

    private static async Task<Dictionary<string, HeadKey>> KeysAsync(Snapshot snapshot, CancellationToken ct) =>
        await snapshot.RowsAsync("select id, algorithm, public_key from tree_keys", [], ct)
            .Select(row => new HeadKey((string)row[0], (string)row[1], (byte[])row[2])).ToDictionaryAsync(k => k.Id, cancellationToken: ct);
}
