namespace Minqing.Storage.Verifying;

/// <summary>Stored values in the forms that the databases keep them; throws InvalidCastException or FormatException when it is none of them.</summary>
internal static class Cells
{
    public static Guid Guid(object cell) => cell as Guid? ?? System.Guid.Parse((string)cell);

    public static Guid? GuidOrNull(object cell) => cell is DBNull ? null : Guid(cell);

    public static long Number(object cell) => cell is int small ? small : (long)cell;

    public static long? NumberOrNull(object cell) => cell is DBNull ? null : Number(cell);

    public static byte[]? BytesOrNull(object cell) => cell is DBNull ? null : (byte[])cell;

    public static DateTime Instant(object cell) => cell as DateTime? ?? DateTime.UnixEpoch.AddTicks((long)cell * TimeSpan.TicksPerMicrosecond);
}
