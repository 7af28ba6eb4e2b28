using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>A sealed entry as the tree has it.</summary>
internal sealed record StoredLeaf(long No, string Kind, Guid Subject, long Seq, byte[] Hash)
{
    public const string Columns = "leaf, subject_kind, subject_id, seq, id, hash";

    // No journal grows so long: a number beyond was put there.
    private const long Most = 1L << 40;

    public string Name => StoredEntry.NameOf(Kind, Subject, Seq);

    /// <summary>Null when a column holds what was never written there.</summary>
    public static StoredLeaf? Read(object[] row)
    {
        try
        {
            return Cells.Number(row[0]) is var no && no > Most ? null : new(no, (string)row[1], Cells.Guid(row[2]), Cells.Number(row[3]), MerkleTree.Leaf(Cells.Guid(row[4]), Cells.Bytes(row[5])));
        }
        catch (Exception e) when (e is InvalidCastException or FormatException)
        {
            return null;
        }
    }
}
