namespace Minqing.Domain.Policy;

/// <summary>What kind of region it is. A kind, never a depth: some cities have no counties.</summary>
public enum RegionLevel
{
    Province,
    City,
    County,
    Township,
    Village,
    Grid,
}
