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
    private const int Tries = 5;

    public async Task<Result<Identity>> RunAsync(Viewer viewer, ReportId id, OpeningPurpose purpose, string? reason, CancellationToken ct)
    {
        var asked = await Access.ToAsync(db, viewer, id, ct);
        if (asked.Problem is { } refused)
            return refused;

        var why = Writing.Optional(reason, "reason");
        if (why.Problem is { } tooLong)
            return tooLong;

        for (var attempt = 1; ; attempt++)
        {
            if (await vault.ReadAsync(id, ct) is not { } identity)
                return new NoIdentityKept();

            var log = await db.IdentityLogs.SingleOrDefaultAsync(l => l.Id == id, ct) ?? db.IdentityLogs.Add(IdentityLog.Empty(id)).Entity;
            if (log.Open(purpose, why.Value, new(viewer.As(asked.Value), clock.Now())) is { } problem)
                return problem;

            try
            {
                await db.SaveChangesAsync(ct);
                return identity;
            }
            catch (DbUpdateException failure) when (db.Dialect.LostRace(failure) && attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>The report was made without a name or a number, or they were erased.</summary>
public sealed record NoIdentityKept : NotFound;
