using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>One part of a scope: a range of region paths, or a unit; within it perhaps only some categories, perhaps nothing sensitive.</summary>
/// <param name="From">The lowest path in reach; null when <paramref name="Unit"/> decides.</param>
/// <param name="Until">The first path no longer in reach.</param>
/// <param name="Categories">Empty for all.</param>
public sealed record Reach(string? From, string? Until, UnitId? Unit, IReadOnlyList<string> Categories, bool Sensitive)
{
    /// <summary>The whole installation.</summary>
    public static readonly Reach All = new("", "~", null, [], true);

    /// <summary>The region with this path and everything below it: one index range, because '0' follows '/'.</summary>
    public static Reach Below(string path, IReadOnlyList<string> categories, bool sensitive) => new(path, string.Concat(path.AsSpan(0, path.Length - 1), "0"), null, categories, sensitive);

    /// <summary>What stands with a unit, sensitive or not: it could not be handled unseen.</summary>
    public static Reach Of(UnitId unit, IReadOnlyList<string> categories) => new(null, null, unit, categories, true);

    public bool Covers(string path, IEnumerable<UnitId> units, string? category, bool sensitive) =>
        (Sensitive || !sensitive)
        && (Categories.Count == 0 || (category is not null && Categories.Contains(category)))
        && (Unit is { } unit ? units.Contains(unit) : string.CompareOrdinal(path, From) >= 0 && string.CompareOrdinal(path, Until) < 0);
}
