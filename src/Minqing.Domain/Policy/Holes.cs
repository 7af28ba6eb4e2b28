using System.Text.RegularExpressions;

namespace Minqing.Domain.Policy;

/// <summary>Places in a text that are filled in, written as a name in braces.</summary>
public static partial class Holes
{
    /// <summary>The names of all of them.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Hole().Matches(text).Select(m => m.Groups[1].Value)];

    /// <summary>The text with each filled in; what gives null stays as it was written.</summary>
    public static string Fill(string text, Func<string, string?> with) => Hole().Replace(text, m => with(m.Groups[1].Value) ?? m.Value);

    [GeneratedRegex(@"\{([^{}\s]*)\}")]
    private static partial Regex Hole();
}
