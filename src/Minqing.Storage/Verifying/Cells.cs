using System.Globalization;
using System.Text;

namespace Minqing.Storage.Verifying;

/// <summary>Stored values in the forms that the databases keep them; throws InvalidCastException or FormatException when it is none of them.</summary>
internal static class Cells
{
    /// <summary>Text is an id only in the one form that the program writes: it would not find another.</summary>
    public static Guid Guid(object cell) =>
        cell as Guid? ?? (System.Guid.ParseExact((string)cell, "D") is var id && string.Equals(id.ToString("D").ToUpperInvariant(), (string)cell, StringComparison.Ordinal) ? id : throw new FormatException("Not the form of an id."));

    /// <summary>As it is told to people; what is no id stays as it is.</summary>
    public static string Told(object cell) => cell is string text && System.Guid.TryParse(text, out var id) ? id.ToString("D") : $"{cell}";

    /// <summary>Bytes; SQLite lets them become text, which changes nothing that was hashed.</summary>
    public static byte[] Bytes(object cell) => cell as byte[] ?? Encoding.UTF8.GetBytes((string)cell);

    public static Guid? GuidOrNull(object cell) => cell is DBNull ? null : Guid(cell);

    public static long Number(object cell) => cell is int small ? small : (long)cell;

    public static long? NumberOrNull(object cell) => cell is DBNull ? null : Number(cell);

    public static byte[]? BytesOrNull(object cell) => cell is DBNull ? null : Bytes(cell);

    public static DateTime Instant(object cell) => cell as DateTime? ?? DateTime.UnixEpoch.AddTicks((long)cell * TimeSpan.TicksPerMicrosecond);

    /// <summary>Whether the cell holds what the program would write for the value. Kinds of value not known here are not judged.</summary>
    public static bool Same(object? value, object cell) => value is null || cell is DBNull ? value is null && cell is DBNull : value switch
    {
        string text => cell is string stored && stored == text,
        Guid id => Guid(cell) == id,
        bool yes => (cell as bool? ?? Number(cell) != 0) == yes,
        int number => cell is int or long && Number(cell) == number,
        long number => cell is int or long && Number(cell) == number,
        double number => Convert.ToDouble(cell, CultureInfo.InvariantCulture).Equals(number),
        DateTime at => Instant(cell) == at,
        DateOnly day => Day(cell) == day,
        byte[] bytes => cell is byte[] or string && bytes.AsSpan().SequenceEqual(Bytes(cell)),
        _ => true,
    };

    private static DateOnly Day(object cell) => cell switch
    {
        DateOnly day => day,
        DateTime at => DateOnly.FromDateTime(at),
        _ => DateOnly.Parse((string)cell, CultureInfo.InvariantCulture),
    };
}
