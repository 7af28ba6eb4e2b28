using System.Globalization;
using System.Text;

namespace Minqing.Domain.Appeals;

/// <summary>The number a person is given: date, six random letters or digits, a check letter – <c>20261122-K7M2QX-5</c>. It survives being read over the phone: every single wrong character and every swap of two is found.</summary>
public static class ReportNumber
{
    /// <summary>No 0, 1, I, O: thirty-two signs that cannot be mistaken for each other.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int Length = 15;

    /// <summary>Builds a number from the local day and six random values (only their low five bits count).</summary>
    public static string Of(DateOnly day, ReadOnlySpan<byte> random)
    {
        var text = new StringBuilder(Length + 2).Append(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        foreach (var value in random[..6])
        {
            text.Append(Alphabet[value & 31]);
        }

        return text.Append(Check(text.ToString())).ToString();
    }

    /// <summary>The stored form of what somebody typed or read out: spaces, dashes, full-width and small letters are forgiven. Null when it cannot be a number.</summary>
    public static string? Parse(string? typed)
    {
        if (typed is null || typed.Length > 40)
        {
            return null;
        }

        var text = new string([.. typed.Select(Narrow).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return text.Length == Length && text[..8].All(char.IsAsciiDigit) && text[8..].All(Alphabet.Contains) && Check(text[..14]) == text[14] ? text : null;
    }

    /// <summary>The form people read: groups with dashes.</summary>
    public static string Grouped(string number) => number.Length == Length ? $"{number[..8]}-{number[8..14]}-{number[14]}" : number;

    private static char Narrow(char typed) => typed is >= '！' and <= '～' ? (char)(typed - '！' + '!') : typed;

    // 0 and 1 stand only in dates, where no letter does: they borrow the values of two letters, so that a sign weighs the same wherever it stands.
    private static int Value(char sign) => sign is '0' or '1' ? 30 + sign - '0' : Alphabet.IndexOf(sign, StringComparison.Ordinal);

    // A weighted sum over the field of 32 elements: weights are powers of a generator, so no two positions weigh the same.
    private static char Check(string text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = Value(text[i]);
            for (var power = 0; power < i + 1; power++)
            {
                value <<= 1;
                value = (value & 32) != 0 ? value ^ 0b100101 : value;
            }

            sum ^= value;
        }

        return Alphabet[sum];
    }
}
