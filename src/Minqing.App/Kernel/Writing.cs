using System.Security.Cryptography;
using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel;

/// <summary>Makes written words of what somebody typed: trimmed, with an id and a salt of their own.</summary>
public static class Writing
{
    private const int AtMost = 4000;

    /// <summary>Null for nothing but space.</summary>
    public static Written? Optional(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : new(Guid.CreateVersion7(), Clean(typed), RandomNumberGenerator.GetBytes(16));

    /// <summary>Words that must be there; <paramref name="field"/> is named when they are not, or are too many.</summary>
    public static Result<Written> Required(string? typed, string field, int atMost = AtMost) =>
        Optional(typed) is not { } words ? new Missing(field)
        : words.Text.Length > atMost ? new TooLong(field, atMost)
        : words;

    // Control signs have no place in words; line breaks do.
    private static string Clean(string typed) =>
        string.Concat(typed.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
