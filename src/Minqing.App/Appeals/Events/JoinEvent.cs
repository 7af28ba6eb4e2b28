using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>Appeals are counted under a mass event from now on, one by one or those that were proposed; without an event, one no longer is.</summary>
public sealed class JoinEvent(Acting acting, MinqingDb db)
{
    private const int AtOnce = 50;

    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, MassEventId? named, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            var to = named is { } it ? await db.MassEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == it, ct) : null;
            return named is not null && to is null ? new NoSuchEvent() : d.Appeal.JoinEvent(to, d.Case.Reports, d.Hand, d.Rules);
        }, ct);

    /// <summary>Gives how many joined; one that another person has joined meanwhile, or that the viewer may not, stays as it is.</summary>
    public async Task<Result<int>> RunAsync(Viewer viewer, IReadOnlyList<Guid> appeals, MassEventId named, CancellationToken ct)
    {
        if (appeals.Count == 0)
        {
            return new NothingChosen();
        }

        var joined = 0;
        foreach (var id in appeals.Distinct().Take(AtOnce))
        {
            db.ChangeTracker.Clear();
            joined += (await RunAsync(viewer, new AppealId(id), named, null, ct)).Ok ? 1 : 0;
        }

        return joined == 0 ? new NoSuchAppeal() : joined;
    }
}

/// <summary>Nothing was chosen.</summary>
public sealed record NothingChosen() : NotValid("appeals");
