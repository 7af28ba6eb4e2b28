using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Regions.Codes;

/// <summary>Makes a new code for a place in a grid or village.</summary>
public sealed class IssueSiteCode(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<SiteCode>> RunAsync(Site site, CancellationToken ct)
    {
        if (!await db.Regions.AnyAsync(r => r.Id == site.Region && r.ClosedOn == null && (r.Level == RegionLevel.Grid || r.Level == RegionLevel.Village), ct))
            return new SiteNeedsGrid();

        var code = new SiteCode(new(Guid.CreateVersion7()), NewCode.Text(), site, clock.Now());
        db.SiteCodes.Add(code);
        await db.RestampAsync(Stamp.Codes, ct);
        await db.SaveChangesAsync(ct);
        return code;
    }
}
