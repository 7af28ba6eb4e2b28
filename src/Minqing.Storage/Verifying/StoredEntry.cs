using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>A journal row as it is stored.</summary>
internal sealed record StoredEntry(Guid SubjectId, string Kind, long Seq, Guid Id, DateTime At, string Step, Guid? Person, string Format, byte[] Body, byte[] Previous, byte[] Hash, long? Leaf)
{
    public const string Columns = "subject_id, subject_kind, seq, id, at, step, person, format, body, previous, hash, leaf";

    public string Name => NameOf(Kind, SubjectId, Seq);

    public byte[] LeafHash => MerkleTree.Leaf(Id, Hash);

    public static string NameOf(string kind, Guid subject, long seq) => $"{kind} {subject} entry {seq}";

    /// <summary>Null when a column holds what was never written there.</summary>
    public static StoredEntry? Read(object[] row)
    {
        try
        {
            return new(Cells.Guid(row[0]), (string)row[1], Cells.Number(row[2]), Cells.Guid(row[3]), Cells.Instant(row[4]), (string)row[5],
                Cells.GuidOrNull(row[6]), (string)row[7], Cells.Bytes(row[8]), Cells.Bytes(row[9]), Cells.Bytes(row[10]), Cells.NumberOrNull(row[11]));
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
