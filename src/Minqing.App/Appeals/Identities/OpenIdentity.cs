using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Vault;

namespace Minqing.App.Appeals.Identities;

/// <summary>Shows who a reporter is to somebody who says what for. It is written down first, and the reporter can read it.</summary>
public sealed class OpenIdentity(MinqingDb db, IdentityVault vault, TimeProvider clock)
{
    public async Task<Result<Identity>> RunAsync(Viewer viewer, ReportId id, OpeningPurpose purpose, string? reason, CancellationToken ct)
    {
        var asked = await Access.ToAsync(db, viewer, id, ct);
        if (asked.Problem is { } refused)
            return refused;

        var why = Writing.Optional(reason, "reason");
        if (why.Problem is { } tooLong)
            return tooLong;

        return await db.RacedAsync(() => OpenAsync(id, viewer.As(asked.Value), purpose, why.Value, ct));
    }

    private async Task<Result<Identity>> OpenAsync(ReportId id, Actor actor, OpeningPurpose purpose, Written? why, CancellationToken ct)
    {
        if (await vault.ReadAsync(id, ct) is not { } identity)
            return new NoIdentityKept();

        var log = await db.IdentityLogs.SingleOrDefaultAsync(l => l.Id == id, ct) ?? db.IdentityLogs.Add(IdentityLog.Empty(id)).Entity;
        if (log.Open(purpose, why, new(actor, clock.Now())) is { } problem)
            return problem;

        await db.SaveChangesAsync(ct);
        return identity;
    }
}

/// <summary>The report was made without a name or a number, or they were erased.</summary>
public sealed record NoIdentityKept : NotFound;
