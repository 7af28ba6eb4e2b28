using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>A unit that serves a place, with the region of the place that it serves as a whole.</summary>
public sealed record ServingUnit(UnitId Id, UnitKind Kind, string Name, RegionLevel Level, RegionId Region, string? Field = null);
