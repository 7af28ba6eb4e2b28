namespace Minqing.App.Kernel.Tables;

/// <summary>A column of an imported and exported file, and what else people call it. Case, spaces and underscores in a header do not matter.</summary>
public sealed record Column(string Name, bool Required, params string[] Aliases)
{
    internal bool IsCalled(string header) => Plain(header) is var plain && (Plain(Name) == plain || Aliases.Any(a => Plain(a) == plain));

    private static string Plain(string text) => text.Replace(" ", "").Replace("_", "").ToUpperInvariant();
}
