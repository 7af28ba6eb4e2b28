using System.Text;

namespace Minqing.Domain.Regions;

/// <summary>The eight random letters and digits of a posted code: 2⁴⁰ of them, so that nobody finds one by trying.</summary>
public static class SiteCodeText
{
    public const int Length = 8;

    /// <summary>No 0, 1, I, O: thirty-two signs that cannot be mistaken for each other.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int LongestTyped = 40;

    /// <summary>Builds one from eight random values (only their low five bits count).</summary>
    public static string Of(ReadOnlySpan<byte> random)
    {
        var text = new StringBuilder(Length);
        foreach (var value in random[..Length])
            text.Append(Alphabet[value & 31]);
        return text.ToString();
    }

    /// <summary>The stored form of what was scanned or typed; null when it cannot be a code.</summary>
    public static string? Parse(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
            return null;
        var text = new string([.. typed.Normalize(NormalizationForm.FormKC).Where(c => c is not (' ' or '-')).Select(char.ToUpperInvariant)]);
        return text.Length == Length && text.All(Alphabet.Contains) ? text : null;
    }
}
