using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.Domain.People;

/// <summary>One part of a scope: an area, or a unit, or everything when neither is named; within it perhaps only some categories, perhaps nothing sensitive.</summary>
/// <param name="Categories">Empty for all.</param>
public sealed record Reach(RegionPath? Area, UnitId? Unit, IReadOnlyList<string> Categories, bool Sensitive)
{
    /// <summary>The whole installation.</summary>
    public static readonly Reach All = new(null, null, [], true);

    public static Reach Below(string path, IReadOnlyList<string> categories, bool sensitive) => new(new RegionPath(path), null, categories, sensitive);

    /// <summary>What stands with a unit, sensitive or not: it could not be handled unseen.</summary>
    public static Reach Of(UnitId unit, IReadOnlyList<string> categories) => new(null, unit, categories, true);

    public bool Covers(string path, IEnumerable<UnitId> units, string? category, bool sensitive) =>
        (Sensitive || !sensitive)
        && (Categories.Count == 0 || (category is not null && Categories.Contains(category)))
        && (Area is not { } area || area.Contains(path))
        && (Unit is not { } unit || units.Contains(unit));

    /// <summary>Whether it covers all that the other covers, so that the other need not be asked.</summary>
    public bool Includes(Reach other) =>
        (Sensitive || !other.Sensitive)
        && (Categories.Count == 0 || (other.Categories.Count > 0 && other.Categories.All(Categories.Contains)))
        && (Area is not { } area || (other.Area is { } inner && area.Contains(inner.Value)))
        && (Unit is not { } unit || other.Unit == unit);
}
