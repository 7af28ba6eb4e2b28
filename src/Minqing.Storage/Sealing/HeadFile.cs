using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Sealing;

/// <summary>The witness outside the database: every tree head, and which entries it covers. Only ever appended to.</summary>
public sealed class HeadFile(string path, HeadKey own)
{
    /// <summary>Appends the heads that the database has beyond those written here; gives how many.</summary>
    public async Task<int> CatchUpAsync(MinqingDb db, CancellationToken ct)
    {
        // One writer at a time: another program on the same file finds it locked and comes again.
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var (last, end) = await LastAsync(file, ct);
        var size = last?.Size ?? 0;
        file.SetLength(end);
        file.Position = end;
        await using var writer = new StreamWriter(file, Encoding.ASCII, leaveOpen: true) { AutoFlush = false };
        var heads = await db.TreeHeads.AsNoTracking().Where(h => h.Size > size).OrderBy(h => h.Size).Take(100).ToListAsync(ct);
        foreach (var head in heads)
        {
            if (head.SignedBy != last?.SignedBy)
                await writer.WriteAsync(HeadFileLine.Of(await KeyAsync(db, head, fresh: end == 0, ct)));
            await WriteAsync(writer, db, size, head, ct);
            (last, size) = (head, head.Size);
        }

        await writer.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        return heads.Count;
    }

    // A file that is begun anew takes the keys of the past from the database. One that goes on believes our own only: who can write the database cannot slip in another.
    private async Task<HeadKey> KeyAsync(MinqingDb db, TreeHead head, bool fresh, CancellationToken ct)
    {
        var key = head.SignedBy == own.Id ? own
            : fresh && await db.TreeKeys.FindAsync([head.SignedBy], ct) is { } past ? new(past.Id, past.Algorithm, past.PublicKey)
            : throw new InvalidDataException($"Tree head {head.Size} was signed by the key {head.SignedBy}, which is not ours; it is not written to {path}.");
        return key.Signed(head) ? key : throw new InvalidDataException($"The signature of tree head {head.Size} does not hold; it is not written to {path}.");
    }

    private static async Task WriteAsync(StreamWriter writer, MinqingDb db, long from, TreeHead head, CancellationToken ct)
    {
        var entries = db.Journal.Where(j => j.Leaf >= from && j.Leaf < head.Size).OrderBy(j => j.Leaf)
            .Select(j => new { Leaf = j.Leaf!.Value, Entry = new Sealable(j.Id, j.SubjectKind, j.SubjectId, j.Seq, j.Hash) });
        await foreach (var row in entries.AsAsyncEnumerable().WithCancellation(ct))
            await writer.WriteAsync(row.Entry.Line(row.Leaf));

        await writer.WriteAsync(HeadFileLine.Of(head));
    }

    // The newest whole head and where its line ends; what follows was cut off by a crash.
    private static async Task<(TreeHead? Last, long End)> LastAsync(FileStream file, CancellationToken ct)
    {
        for (var window = 1L << 16; ; window *= 4)
        {
            var start = Math.Max(0, file.Length - window);
            var bytes = new byte[file.Length - start];
            file.Position = start;
            await file.ReadExactlyAsync(bytes, ct);
            var text = Encoding.ASCII.GetString(bytes);
            for (var at = text.Length; at > 0;)
            {
                at = text.LastIndexOf("\n" + HeadFileLine.Head, at - 1, StringComparison.Ordinal);
                if (at < 0)
                    break;
                var end = text.IndexOf('\n', at + 1);
                if (end > 0 && HeadFileLine.ReadHead(text[(at + 1)..end]) is { } head)
                    return (head, start + end + 1);
            }

            if (start == 0)
                return (null, 0);
        }
    }
}
