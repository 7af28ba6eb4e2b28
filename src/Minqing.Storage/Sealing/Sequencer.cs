using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Sealing;

/// <summary>Numbers new journal entries and signs a tree head over all of them. Intake never waits for it.</summary>
public sealed class Sequencer(MinqingDb db, HeadSigner signer)
{
    /// <summary>Seals about as many of the oldest unsealed entries; gives the new head, or null when there was nothing to seal.</summary>
    public async Task<TreeHead?> SealAsync(int most, DateTime now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var state = await LockAsync(ct);
        var entries = InOrder(await UnsealedAsync(most, ct));
        if (entries.Count == 0)
            return null;

        var edge = new TreeEdge(state.Size, state.Edge);
        using var listing = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await NumberAsync(entries, edge.Size, ct);
        foreach (var entry in entries)
        {
            listing.AppendData(Encoding.ASCII.GetBytes(entry.Line(edge.Size)));
            if (edge.Append(entry.LeafHash, TreeBlock.Level) is { } block)
                db.TreeBlocks.Add(new() { No = (edge.Size / TreeBlock.Length) - 1, Root = block });
        }

        var head = new TreeHead { Size = edge.Size, At = now, Root = edge.Root, Listing = listing.GetHashAndReset(), SignedBy = signer.Key.Id };
        signer.Sign(head);
        db.TreeHeads.Add(head);
        (state.Size, state.Edge) = (edge.Size, edge.Bytes);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return head;
    }

    // Updating the one row to itself makes rival nodes wait here, and see what we sealed when they go on.
    private async Task<TreeState> LockAsync(CancellationToken ct)
    {
        await db.TreeStates.Where(s => s.Id == TreeState.Only).ExecuteUpdateAsync(set => set.SetProperty(s => s.Size, s => s.Size), ct);
        return await db.TreeStates.SingleAsync(ct);
    }

    // All that their subjects have unsealed: a chain is numbered in its order even when ids of two nodes' clocks cross.
    private async Task<List<Sealable>> UnsealedAsync(int most, CancellationToken ct)
    {
        var unsealed = db.Journal.Where(j => j.Leaf == null);
        var subjects = unsealed.OrderBy(j => j.Id).Take(most).Select(j => j.SubjectId);
        return await unsealed.Where(j => subjects.Contains(j.SubjectId)).OrderBy(j => j.Id)
            .Select(j => new Sealable(j.Id, j.SubjectKind, j.SubjectId, j.Seq, j.Hash)).ToListAsync(ct);
    }

    private static List<Sealable> InOrder(List<Sealable> entries)
    {
        var chains = entries.GroupBy(e => (e.SubjectId, e.Kind)).ToDictionary(g => g.Key, g => new Queue<Sealable>(g.OrderBy(e => e.Seq)));
        return [.. entries.Select(e => chains[(e.SubjectId, e.Kind)].Dequeue())];
    }

    private async Task NumberAsync(List<Sealable> entries, long from, CancellationToken ct)
    {
        const int Chunk = 1000;
        foreach (var (chunk, part) in entries.Chunk(Chunk).Index())
        {
            var rows = part.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"({{{i}}},{from + (chunk * Chunk) + i})"));
            var sql = $"update journal set leaf = v.column2 from (values {string.Join(',', rows)}) as v where journal.id = v.column1 and journal.leaf is null";
            if (await db.Database.ExecuteSqlRawAsync(sql, [.. part.Select(e => (object)e.Id)], ct) != part.Length)
                throw new InvalidOperationException("Entries were sealed by somebody else in between.");
        }
    }
}

/// <summary>What the tree takes of an entry.</summary>
internal sealed record Sealable(Guid Id, SubjectKind Kind, Guid SubjectId, int Seq, byte[] Hash)
{
    public byte[] LeafHash => MerkleTree.Leaf(Id, Hash);

    /// <summary>How the head file names it.</summary>
    public string Line(long leaf) => HeadFileLine.Of(leaf, Kind.ToString(), SubjectId, Seq, LeafHash);
}
