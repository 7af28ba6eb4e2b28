namespace Minqing.Domain.Kernel;

/// <summary>The right edge of a growing hash tree: the roots of its complete subtrees, greatest first. Enough to go on and to tell the root.</summary>
public sealed class TreeEdge
{
    private const int Width = 32;

    private readonly List<byte[]> peaks = [];

    public TreeEdge()
    {
    }

    /// <summary>Goes on from where <see cref="Bytes"/> was taken.</summary>
    public TreeEdge(long size, byte[] bytes)
    {
        if (bytes.Length != System.Numerics.BitOperations.PopCount((ulong)size) * Width)
            throw new InvalidOperationException("The edge of the tree does not fit its size.");

        Size = size;
        peaks.AddRange(bytes.Chunk(Width));
    }

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    public byte[] Bytes => [.. peaks.SelectMany(p => p)];

    public byte[] Root
    {
        get
        {
            if (peaks.Count == 0)
                return MerkleTree.Empty;

            var root = peaks[^1];
            for (var i = peaks.Count - 2; i >= 0; i--)
                root = MerkleTree.Node(peaks[i], root);
            return root;
        }
    }

    /// <summary>Adds a leaf; gives the root of the subtree of 2^<paramref name="level"/> leaves that it completes, if it does.</summary>
    public byte[]? Append(byte[] leaf, int level)
    {
        byte[]? completed = null;
        var node = leaf;
        for (var (i, full) = (0, Size); (full & 1) == 1; i++, full >>= 1)
        {
            node = MerkleTree.Node(peaks[^1], node);
            peaks.RemoveAt(peaks.Count - 1);
            completed = i + 1 == level ? node : completed;
        }

        peaks.Add(node);
        Size++;
        return completed;
    }
}
