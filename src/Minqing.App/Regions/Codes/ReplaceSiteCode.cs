using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Regions.Codes;

/// <summary>Makes a successor for a code that was torn down, worn out or copied; the old one keeps leading to the same page.</summary>
public sealed class ReplaceSiteCode(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<SiteCode>> RunAsync(string typed, CancellationToken ct)
    {
        if (SiteCodeText.Parse(typed) is not { } text || await db.SiteCodes.FirstOrDefaultAsync(c => c.Code == text, ct) is not { } old)
            return new NoSuchSiteCode();
        var replaced = old.Replace(new(Guid.CreateVersion7()), NewCode.Text(), clock.Now());
        if (!replaced.Ok)
            return replaced;

        db.SiteCodes.Add(replaced.Value);
        await db.RestampAsync(Stamp.Codes, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new SiteCodeReplaced();
        }

        return replaced;
    }
}
