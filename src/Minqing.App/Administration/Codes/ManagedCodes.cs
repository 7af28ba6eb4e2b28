using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Codes;

/// <summary>Finds regions and codes where the viewer manages codes; elsewhere there are none for them.</summary>
public sealed class ManagedCodes(MinqingDb db)
{
    public async Task<Result<Region>> RegionAsync(Viewer viewer, string? code, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageCodes))
            return new NotForYou(Permission.ManageCodes);

        var text = code?.Trim() ?? "";
        return await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == text, ct) is { } region && viewer.May(Permission.ManageCodes, region.Path)
            ? region
            : new NoSuchRegion(text);
    }

    /// <summary>The stored form of a code that was typed.</summary>
    public async Task<Result<string>> CodeAsync(Viewer viewer, string? typed, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageCodes))
            return new NotForYou(Permission.ManageCodes);

        return SiteCodeText.Parse(typed) is { } text
            && await db.SiteCodes.Where(c => c.Code == text).Join(db.Regions, c => c.Region, r => r.Id, (_, r) => r.Path).FirstOrDefaultAsync(ct) is { } path
            && viewer.May(Permission.ManageCodes, path)
            ? text
            : new NoSuchSiteCode();
    }
}
