using System.Security.Cryptography;

namespace Minqing.Domain.Kernel;

/// <summary>The hash tree over all journal entries, as RFC 6962 has it: one root stands for every entry and its place.</summary>
public static class MerkleTree
{
    /// <summary>The root of the tree of no entries.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <summary>An entry as a leaf: the row's id and the entry's hash, so that neither can be exchanged.</summary>
    public static byte[] Leaf(Guid id, ReadOnlySpan<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[1 + 16 + hash.Length];
        bytes[0] = 0;
        id.TryWriteBytes(bytes[1..], bigEndian: true, out _);
        hash.CopyTo(bytes[17..]);
        return SHA256.HashData(bytes);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + left.Length + right.Length];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + left.Length)..]);
        return SHA256.HashData(bytes);
    }

    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => Empty,
        1 => leaves[0],
        _ => Node(Root(leaves[..Left(leaves.Length)]), Root(leaves[Left(leaves.Length)..])),
    };

    /// <summary>What must be known beside leaf <paramref name="index"/> to reach the root, from the leaf upwards.</summary>
    public static IReadOnlyList<byte[]> Path(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
            return [];

        var left = Left(leaves.Length);
        return index < left
            ? [.. Path(index, leaves[..left]), Root(leaves[left..])]
            : [.. Path(index - left, leaves[left..]), Root(leaves[..left])];
    }

    /// <summary>The root that a leaf and its path lead to; null when the path has another length than the place asks for.</summary>
    public static byte[]? RootBy(ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size)
            return null;

        var (node, last, root) = (index, size - 1, leaf.ToArray());
        foreach (var beside in path)
        {
            if (last == 0)
                return null;

            if ((node & 1) == 1 || node == last)
            {
                root = Node(beside, root);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                root = Node(root, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? root : null;
    }

    // The greatest power of two below the count.
    private static int Left(int count) => 1 << (31 - System.Numerics.BitOperations.LeadingZeroCount((uint)count - 1));
}
