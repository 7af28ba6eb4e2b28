using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Identities;

/// <summary>Destroys a report's data key: name, number, home and voice are gone for good, here and in every backup without the old key. The journal says that it was done.</summary>
public sealed class EraseIdentity(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Actor actor, ReportId id, string? reason, CancellationToken ct)
    {
        if (await db.Vault.SingleOrDefaultAsync(v => v.Report == id, ct) is not { } entry)
            return new NoIdentityKept();

        var now = clock.Now();
        var log = await db.IdentityLogs.SingleOrDefaultAsync(l => l.Id == id, ct) ?? db.IdentityLogs.Add(IdentityLog.Empty(id)).Entity;
        if (log.Erase(Writing.Optional(reason), new(actor, now)) is { } problem)
            return problem;

        IdentityVault.Destroy(entry, now);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
