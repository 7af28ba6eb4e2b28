namespace Minqing.Domain.Policy;

/// <summary>Which departments of a level above the centres of one level may give something to directly (H-12); everything else goes up level by level.</summary>
/// <param name="Fields">Their fields of work.</param>
public sealed record AddressRule(RegionLevel From, RegionLevel At, IReadOnlyList<string> Fields);
