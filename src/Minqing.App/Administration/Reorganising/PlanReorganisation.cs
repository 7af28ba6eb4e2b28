using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>Writes a decided change down, with who decided it and why; one that is for today is carried out at once.</summary>
public sealed class PlanReorganisation(MinqingDb db, CarryOut carry, CallOffReorganisation off, TimeProvider clock)
{
    internal const int LongestReason = 500;

    /// <param name="path">Where it is, which decides by which of their posts the viewer acts.</param>
    public async Task<Result<ReorganisationId>> RunAsync(Viewer viewer, string path, string? reason, Func<Guid, ReorganisationPlanned> planned, CancellationToken ct)
    {
        var words = Writing.Required(reason, "reason", LongestReason);
        if (words.Problem is { } missing)
            return missing;
        if (viewer.PostFor(Permission.ManageRegions, path) is not { } mine)
            return new NotForYou(Permission.ManageRegions);

        var now = clock.Now();
        var it = Reorganisation.Plan(new(Guid.CreateVersion7()), planned(words.Value.Id), words.Value, new(viewer.As(mine), now));
        if (await WriteAsync(it, ct) is { } refused)
            return refused;

        if (it.Day > LocalTime.DayOf(now))
            return it.Id;

        var done = await carry.RunAsync(it.Id, viewer.As(mine), ct);
        if (done.Problem is not { } problem)
            return it.Id;

        // What cannot be done today is not left lying for tomorrow.
        await off.RunAsync(viewer, it.Id, ct);
        return problem;
    }

    // Two administrators at once: the second finds what the first has written, or, where that is done already, that the region has gone.
    private async Task<Problem?> WriteAsync(Reorganisation it, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ReorganiseAloneAsync(ct);
        var (region, successor) = ((RegionId?)it.Region, it.Successor);
        if (await db.Regions.AsNoTracking().Where(r => (r.Id == it.Region || r.Id == successor) && r.ClosedOn != null).Select(r => r.Code).FirstOrDefaultAsync(ct) is { } gone)
            return new NoSuchRegion(gone);

        var others = db.Reorganisations.AsNoTracking().Where(r => r.State == ReorganisationState.Planned);
        others = it.Unit is { } unit
            ? others.Where(r => r.Unit == unit)
            : others.Where(r => r.Unit == null && (r.Region == it.Region || r.Successor == region || (successor != null && (r.Region == successor || r.Successor == successor))));
        if (await others.Select(r => (DateOnly?)r.Day).FirstOrDefaultAsync(ct) is { } day)
            return new PlannedAlready(day);

        db.Reorganisations.Add(it);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return null;
    }
}
