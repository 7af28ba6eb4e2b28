using Minqing.Domain.Kernel;

namespace Minqing.Domain.Regions;

/// <summary>What a posted code says of the place where it hangs.</summary>
/// <param name="Region">A grid; a village where there are none.</param>
/// <param name="Address">The address line, such as 红卫社区胜利街 12 号院.</param>
/// <param name="Building">The building or group of households within it, such as 3 号楼; empty where there is none.</param>
/// <param name="Unit">The unit whose code it is; null for the place's own people.</param>
public sealed record Site(SiteCodeKind Kind, RegionId Region, string Address, string Building, Point? Point = null, UnitId? Unit = null)
{
    /// <summary>As people call it.</summary>
    public string Words => Building.Length == 0 ? Address : $"{Address} {Building}";
}
