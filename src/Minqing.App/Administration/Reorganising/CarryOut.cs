using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Moving;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;
using Minqing.Storage.Kernel;

namespace Minqing.App.Administration.Reorganising;

/// <summary>Carries a planned change out: regions, units, posts and codes, and whatever is open there follows; all of it in one transaction, or nothing (O-09).</summary>
public sealed class CarryOut(MinqingDb db, Reshaping reshaping, FollowSuccession cases, FollowInSupervision supervision, PeopleCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(ReorganisationId id, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ReorganiseAloneAsync(ct);
        if (await db.Reorganisations.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } it)
            return new NoSuchReorganisation();
        if (it.State != ReorganisationState.Planned)
            return new ReorganisationPast(it.State);

        var by = new By(actor, clock.Now());
        var reshaped = await reshaping.OfAsync(it, by, ct);
        if (reshaped.Problem is { } problem)
        {
            db.ChangeTracker.Clear();
            return problem;
        }

        var change = reshaped.Value;
        await db.RestampAsync(Stamp.Regions, ct);
        await db.RestampAsync(Stamp.People, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            var appeals = change.Areas.Count + change.Succession.Units.Count > 0 ? await cases.RunAsync(change.Succession, change.Areas, ct) : 0;
            await supervision.RunAsync(change.Succession, change.Areas, ct);
            it = await db.Reorganisations.SingleAsync(r => r.Id == id, ct);
            if (it.Done(new(appeals, change.Codes, change.Posts, change.Units), by) is { } past)
                return past;
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.Dialect.LostRace(failure))
        {
            // Another process was at it, or somebody changed one of its posts or units: nothing of ours stands.
            db.ChangeTracker.Clear();
            return new ReorganisationDisturbed();
        }

        await transaction.CommitAsync(ct);
        cache.Changed();
        return default(Done);
    }
}

/// <summary>What was reshaped, and what has to follow.</summary>
/// <param name="Areas">The paths of then in which open work has to be looked at.</param>
internal sealed record Reshaped(Succession Succession, IReadOnlyList<string> Areas, int Codes, int Posts, int Units);

/// <summary>Somebody changed the same posts, units or regions at the same moment: it is to be done again.</summary>
public sealed record ReorganisationDisturbed : NotPossible;
