using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.App.Regions.Codes;

/// <summary>What a scanned code leads to.</summary>
/// <param name="Code">The code that hangs there now; another than the scanned one when that was replaced.</param>
/// <param name="Around">The names of the regions, largest first, such as 白银区 人民路街道 红卫社区 第一网格: what is above the county is left out.</param>
public sealed record ScannedSite(SiteCodeId Id, string Code, SiteCodeKind Kind, Place Place, UnitId? Unit, IReadOnlyList<string> Around);
