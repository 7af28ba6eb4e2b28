using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>Who answers for a place: the people of every tier, and the units of every level.</summary>
/// <param name="Lineage">The place's own region and those above it.</param>
public sealed record Responsibility(ResponsibilityChain Chain, IReadOnlyList<ServingUnit> Units, IReadOnlyDictionary<RegionLevel, RegionId> Lineage)
{
    /// <summary>The division codes of the place and of the regions above it; and those under which it lay before its region was merged or moved, as lists of duties have them.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The unit of a kind that serves the place at a level; null when there is none.</summary>
    public UnitId? Unit(RegionLevel level, UnitKind kind) => Units.FirstOrDefault(u => u.Level == level && u.Kind == kind)?.Id;
}
