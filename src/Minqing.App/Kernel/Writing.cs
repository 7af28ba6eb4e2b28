using System.Security.Cryptography;
using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel;

/// <summary>Makes written words of what somebody typed: trimmed, with an id and a salt of their own.</summary>
public static class Writing
{
    /// <summary>No step takes more words than this at once.</summary>
    public const int AtMost = 4000;

    /// <summary>Null for nothing but space; for words of the platform and what was measured before.</summary>
    public static Written? Optional(string? typed) =>
        Clean(typed ?? "") is { Length: > 0 } words ? new(Guid.CreateVersion7(), words, RandomNumberGenerator.GetBytes(16)) : null;

    /// <summary>Words that may be missing; <paramref name="field"/> is named when they are too many.</summary>
    public static Result<Written?> Optional(string? typed, string field) =>
        Optional(typed) is { Text.Length: > AtMost } ? new TooLong(field, AtMost) : Optional(typed);

    /// <summary>Words that must be there; <paramref name="field"/> is named when they are not, or are too many.</summary>
    public static Result<Written> Required(string? typed, string field, int atMost = AtMost) =>
        Optional(typed) is not { } words ? new Missing(field)
        : words.Text.Length > atMost ? new TooLong(field, atMost)
        : words;

    /// <summary>A name or an address: one line of it; null for nothing but space.</summary>
    public static string? Line(string? typed) =>
        string.Concat((typed ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim() is { Length: > 0 } line ? line : null;

    // Control signs have no place in words; line breaks do.
    private static string Clean(string typed) =>
        string.Concat(typed.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
}
