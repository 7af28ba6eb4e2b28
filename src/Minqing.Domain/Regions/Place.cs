using Minqing.Domain.Kernel;

namespace Minqing.Domain.Regions;

/// <summary>Where something is, as of the moment it was said: the lowest region known (a grid where possible), its path, and the words for it.</summary>
/// <param name="Path">The region's path as of then; a later move does not change it.</param>
/// <param name="Address">What people call the place, such as 红卫社区 3 号楼 2 单元.</param>
public sealed record Place(RegionId Region, string Path, string Address, Point? Point = null, SiteCodeId? SiteCode = null);
