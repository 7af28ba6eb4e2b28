using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Sealing;

/// <summary>Shows that an entry stands in the journal that a signed head speaks of.</summary>
public sealed class Prover(MinqingDb db)
{
    /// <summary>The proof against the newest head; null when there is no such entry or it is not sealed yet.</summary>
    public async Task<Inclusion?> OfAsync(Guid entry, CancellationToken ct)
    {
        var row = await db.Journal.Where(j => j.Id == entry).Select(j => new { j.Leaf, j.Hash }).SingleOrDefaultAsync(ct);
        if (row?.Leaf is not { } leaf || await db.TreeHeads.AsNoTracking().OrderByDescending(h => h.Size).FirstOrDefaultAsync(ct) is not { } head || head.Size <= leaf)
            return null;

        var (block, full) = (leaf / TreeBlock.Length, head.Size / TreeBlock.Length);
        var leaves = await LeavesAsync(block, head.Size, ct);
        List<byte[]> blocks = [.. await db.TreeBlocks.Where(b => b.No < full).OrderBy(b => b.No).Select(b => b.Root).ToListAsync(ct)];
        if (head.Size % TreeBlock.Length != 0)
            blocks.Add(MerkleTree.Root(block == full ? leaves : await LeavesAsync(full, head.Size, ct)));

        return new(entry, row.Hash, leaf, [.. MerkleTree.Path((int)(leaf % TreeBlock.Length), leaves), .. MerkleTree.Path((int)block, blocks.ToArray())], head);
    }

    private async Task<byte[][]> LeavesAsync(long block, long size, CancellationToken ct)
    {
        var (from, to) = (block * TreeBlock.Length, Math.Min((block + 1) * TreeBlock.Length, size));
        var rows = await db.Journal.Where(j => j.Leaf >= from && j.Leaf < to).OrderBy(j => j.Leaf).Select(j => new { j.Id, j.Hash }).ToListAsync(ct);
        return [.. rows.Select(r => MerkleTree.Leaf(r.Id, r.Hash))];
    }
}

/// <summary>One entry, its place, and the path that leads from it to the root of a signed head.</summary>
public sealed record Inclusion(Guid Entry, byte[] Hash, long Leaf, IReadOnlyList<byte[]> Path, TreeHead Head)
{
    /// <summary>Whether the path leads to the head's root. Who doubts the head checks its signature too.</summary>
    public bool Holds => MerkleTree.RootBy(MerkleTree.Leaf(Entry, Hash), Leaf, Head.Size, Path)?.AsSpan().SequenceEqual(Head.Root) == true;
}
