using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>A tier of the chain at a region: one pool of people.</summary>
public readonly record struct TierKey(int Tier, RegionId Region);
