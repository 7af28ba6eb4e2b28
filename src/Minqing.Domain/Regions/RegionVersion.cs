using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Regions;

/// <summary>What a region was from a day until another (exclusive). What it is today stands in <see cref="Region"/> alone.</summary>
public sealed record RegionVersion(RegionId RegionId, DateOnly Since, DateOnly Until, string Code, string Name, RegionLevel Level, RegionId? ParentId, string Path);
