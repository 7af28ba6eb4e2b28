using System.Globalization;

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

    /// <summary>Whether the cell holds what the program would write for the value. Kinds of value not known here are not judged.</summary>
    public static bool Same(object? value, object cell) => value is null || cell is DBNull ? value is null && cell is DBNull : value switch
    {
        string text => cell is string stored && stored == text,
        Guid id => Guid(cell) == id,
        bool yes => (cell as bool? ?? Number(cell) != 0) == yes,
        int number => Number(cell) == number,
        long number => Number(cell) == number,
        double number => Convert.ToDouble(cell, CultureInfo.InvariantCulture).Equals(number),
        DateTime at => Instant(cell) == at,
        DateOnly day => Day(cell) == day,
        byte[] bytes => bytes.AsSpan().SequenceEqual((byte[])cell),
        _ => true,
    };

    private static DateOnly Day(object cell) => cell switch
    {
        DateOnly day => day,
        DateTime at => DateOnly.FromDateTime(at),
        _ => DateOnly.Parse((string)cell, CultureInfo.InvariantCulture),
    };
}
