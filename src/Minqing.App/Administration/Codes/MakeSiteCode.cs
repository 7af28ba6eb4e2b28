using Minqing.App.People;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.App.Administration.Codes;

/// <summary>An administrator has a code made for a place of their area.</summary>
public sealed class MakeSiteCode(ManagedCodes managed, IssueSiteCode issue)
{
    public const int LongestAddress = 200;
    public const int LongestBuilding = 100;

    public async Task<Result<SiteCode>> RunAsync(Viewer viewer, NewSite site, CancellationToken ct)
    {
        var region = await managed.RegionAsync(viewer, site.Region, ct);
        if (region.Problem is { } problem)
            return problem;
        var (address, building) = (site.Address?.Trim() ?? "", site.Building?.Trim() ?? "");
        if (address.Length is 0 or > LongestAddress)
            return new AddressNotUsable(LongestAddress);
        if (building.Length > LongestBuilding)
            return new BuildingTooLong(LongestBuilding);

        return await issue.RunAsync(new(site.Kind, region.Value.Id, address, building), ct);
    }
}

/// <summary>Where a new code shall hang.</summary>
/// <param name="Region">The code of a grid or village.</param>
public sealed record NewSite(SiteCodeKind Kind, string? Region, string? Address, string? Building);

/// <summary>The address is missing or too long.</summary>
public sealed record AddressNotUsable(int AtMost) : NotValid("address");

/// <summary>The name of the building is too long.</summary>
public sealed record BuildingTooLong(int AtMost) : NotValid("building");
