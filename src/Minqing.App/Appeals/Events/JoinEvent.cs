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

    /// <summary>Gives how many joined, and of the others why not: one that another person has joined meanwhile, that the viewer may not, or that does not fit, stays as it is.</summary>
    public async Task<Result<EventJoin>> RunAsync(Viewer viewer, IReadOnlyList<Guid> appeals, MassEventId named, CancellationToken ct)
    {
        if (appeals.Count == 0)
        {
            return new NothingChosen();
        }

        var (joined, refused) = (0, new List<NotJoined>());
        foreach (var id in appeals.Distinct().Take(AtOnce))
        {
            db.ChangeTracker.Clear();
            if ((await RunAsync(viewer, new AppealId(id), named, null, ct)).Problem is { } no)
            {
                refused.Add(new(id, no));
            }
            else
            {
                joined++;
            }
        }

        return joined == 0 ? refused[0].Why : new EventJoin(joined, refused);
    }
}

/// <summary>How many of those chosen joined, and why the others did not.</summary>
public sealed record EventJoin(int Joined, IReadOnlyList<NotJoined> Refused);

/// <summary>One that did not join, and why.</summary>
public sealed record NotJoined(Guid Appeal, Problem Why);

/// <summary>Nothing was chosen.</summary>
public sealed record NothingChosen() : NotValid("appeals");
