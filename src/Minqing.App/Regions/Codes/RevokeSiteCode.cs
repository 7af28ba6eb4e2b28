using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Regions.Codes;

/// <summary>A code leads nowhere from now on.</summary>
public sealed class RevokeSiteCode(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(string typed, CancellationToken ct)
    {
        if (SiteCodeText.Parse(typed) is not { } text || await db.SiteCodes.FirstOrDefaultAsync(c => c.Code == text, ct) is not { } code)
            return new NoSuchSiteCode();
        var revoked = code.Revoke(clock.Now());
        if (!revoked.Ok)
            return revoked;

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SiteCodeRevoked();
        }

        return revoked;
    }
}
