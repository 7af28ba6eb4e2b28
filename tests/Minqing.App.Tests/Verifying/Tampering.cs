using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Tests.Verifying;

/// <summary>What somebody with the database in hand may do to an entry.</summary>
internal static class Tampering
{
    public static async Task DoAsync(string what, MinqingDb db, JournalRow entry, CancellationToken ct)
    {
        var other = Guid.CreateVersion7();
        var row = db.Journal.Where(j => j.Id == entry.Id);
        var done = what switch
        {
            "id" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Id, other), ct),
            "subject_kind" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.SubjectKind, SubjectKind.KeyMatter), ct),
            "subject_id" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.SubjectId, other), ct),
            "seq" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Seq, 99), ct),
            "at" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.At, entry.At.AddMilliseconds(1)), ct),
            "step" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Step, "identity-erased"), ct),
            "person" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Person, new PersonId(other)), ct),
            "no person" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Person, (PersonId?)null), ct),
            "format" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Format, "mq0-none"), ct),
            "body" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Body, Flipped(entry.Body)), ct),
            "previous" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Previous, Flipped([.. entry.Previous, 1, 2, 3])), ct),
            "hash" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Hash, Flipped(entry.Hash)), ct),
            "leaf" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Leaf, 9999 + entry.Seq), ct),
            "no leaf" => await row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Leaf, (long?)null), ct),
            "body and hash" => await ForgeAsync(row, entry, ct),
            "delete" => await row.ExecuteDeleteAsync(ct),
            "subject's row" => await db.IdentityLogs.Where(l => l.Id == new ReportId(entry.SubjectId)).ExecuteDeleteAsync(ct),
            "subject's length" => await db.IdentityLogs.Where(l => l.Id == new ReportId(entry.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.JournalLength, l => l.JournalLength - 1), ct),
            "words" => await db.Texts.Where(t => t.SubjectId == entry.SubjectId).ExecuteUpdateAsync(set => set.SetProperty(t => t.Words, "别的理由"), ct),
            "no words" => await db.Texts.Where(t => t.SubjectId == entry.SubjectId).ExecuteDeleteAsync(ct),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "not a way to tamper"),
        };
        Assert.NotEqual(0, done);
    }

    /// <summary>Writes a whole chain anew from one entry on, every hash and the subject's row as they should be.</summary>
    public static async Task ReplaceChainAsync(MinqingDb db, Guid subject, CancellationToken ct)
    {
        var head = Array.Empty<byte>();
        foreach (var entry in await db.Journal.AsNoTracking().Where(j => j.SubjectId == subject).OrderBy(j => j.Seq).ToListAsync(ct))
        {
            var (previous, body) = (head, Replaced(entry.Body, "Handling", "Handlinq"));
            head = HashChain.Hash(previous, body);
            var hash = head;
            await db.Journal.Where(j => j.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Body, body).SetProperty(j => j.Previous, previous).SetProperty(j => j.Hash, hash), ct);
        }

        await db.IdentityLogs.Where(l => l.Id == new ReportId(subject)).ExecuteUpdateAsync(set => set.SetProperty(l => l.JournalHead, head), ct);
    }

    /// <summary>Removes the end of a chain and makes the row forget it.</summary>
    public static async Task CutAsync(MinqingDb db, Guid subject, int keep, CancellationToken ct)
    {
        var texts = await db.Texts.Where(t => t.SubjectId == subject).OrderBy(t => t.Id).Select(t => t.Id).Skip(keep).ToListAsync(ct);
        await db.Texts.Where(t => texts.Contains(t.Id)).ExecuteDeleteAsync(ct);
        await db.Journal.Where(j => j.SubjectId == subject && j.Seq > keep).ExecuteDeleteAsync(ct);
        var head = await db.Journal.Where(j => j.SubjectId == subject && j.Seq == keep).Select(j => j.Hash).SingleAsync(ct);
        await db.IdentityLogs.Where(l => l.Id == new ReportId(subject))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.JournalHead, head).SetProperty(l => l.JournalLength, keep).SetProperty(l => l.Openings, keep), ct);
    }

    /// <summary>Removes a subject with everything of it and closes the gap in the numbers.</summary>
    public static async Task VanishAsync(MinqingDb db, Guid subject, bool renumber, CancellationToken ct)
    {
        await db.Texts.Where(t => t.SubjectId == subject).ExecuteDeleteAsync(ct);
        await db.IdentityLogs.Where(l => l.Id == new ReportId(subject)).ExecuteDeleteAsync(ct);
        await db.Journal.Where(j => j.SubjectId == subject).ExecuteDeleteAsync(ct);
        var rest = await db.Journal.Where(j => renumber && j.Leaf != null).OrderBy(j => j.Leaf).Select(j => j.Id).ToListAsync(ct);
        foreach (var (leaf, id) in rest.Index())
            await db.Journal.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Leaf, leaf), ct);
    }

    public static byte[] Flipped(byte[] bytes) => [.. bytes[..^3], (byte)(bytes[^3] ^ 1), .. bytes[^2..]];

    private static Task<int> ForgeAsync(IQueryable<JournalRow> row, JournalRow entry, CancellationToken ct)
    {
        var body = Replaced(entry.Body, "Handling", "FollowUp");
        return row.ExecuteUpdateAsync(set => set.SetProperty(j => j.Body, body).SetProperty(j => j.Hash, HashChain.Hash(entry.Previous, body)), ct);
    }

    private static byte[] Replaced(byte[] body, string from, string to) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(body).Replace(from, to, StringComparison.Ordinal));
}
