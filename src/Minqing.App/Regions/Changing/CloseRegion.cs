using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Regions.Changing;

/// <summary>A region ends on a day. It stays known; nothing new happens there.</summary>
public sealed class CloseRegion(MinqingDb db)
{
    public async Task<Result<Done>> RunAsync(string code, DateOnly on, CancellationToken ct)
    {
        if (await db.Regions.SingleOrDefaultAsync(r => r.Code == code, ct) is not { } region)
            return new NoSuchRegion(code);
        if (await db.Regions.CountAsync(r => r.ParentId == region.Id && r.ClosedOn == null, ct) is > 0 and var below)
            return new RegionNotEmpty(below);
        if (region.Since > on)
            return new RegionChangedLater(region.Since);

        region.Close(on);
        await db.RestampAsync(Stamp.Regions, ct);
        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
