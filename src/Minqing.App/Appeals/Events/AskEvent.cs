using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>The follow-up desk has all that were closed of an event asked by link, in one act: who is not satisfied comes back one by one, who keeps silent is settled after the profile's attempts (H-22, H-24, H-29).</summary>
public sealed class AskEvent(MinqingDb db, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, MassEventId id, CancellationToken ct) => db.RacedAsync<Result<Done>>(async () =>
    {
        if (Desks(viewer).Count == 0)
        {
            return new NotForYou(Permission.FollowUp);
        }

        if (await db.MassEvents.FirstOrDefaultAsync(e => e.Id == id, ct) is not { } it || !viewer.Posts.Any(p => new RegionPath(p.Path).Contains(it.Path) || new RegionPath(it.Path).Contains(p.Path)))
        {
            return new NoSuchEvent();
        }

        var own = false;
        foreach (var (desk, post) in Desks(viewer))
        {
            var waiting = WaitingOf(db, id, desk);
            var (all, theirs) = (await waiting.CountAsync(ct), await HandledBy(waiting, viewer.Person).CountAsync(ct));
            own = own || theirs > 0;
            if (all > theirs)
            {
                if (it.Ask(desk, new(viewer.As(post), clock.Now())) is { } no)
                {
                    return no;
                }

                await db.SaveChangesAsync(ct);
                return new Done();
            }
        }

        return own ? new OwnFollowUp() : new NobodyToAsk();
    });

    /// <summary>What of an event waits to be asked about by a desk.</summary>
    internal static IQueryable<Appeal> WaitingOf(MinqingDb db, MassEventId id, UnitId desk) =>
        db.Appeals.AsNoTracking().Where(a => a.Event == id && a.Stage == Stage.FollowingUp && a.AskedByLink == null && a.Desk == desk);

    // Nobody asks about what they did themselves (Appeal.HandledBy).
    internal static IQueryable<Appeal> HandledBy(IQueryable<Appeal> appeals, PersonId person) =>
        appeals.Where(a => a.Orders.Any(o => o.SignedBy == person) || a.Rounds.Any(r => r.SubmittedBy == person));

    internal static List<(UnitId Desk, HeldPost Post)> Desks(Viewer viewer) =>
        [.. viewer.Posts.Where(p => p.Reaches(Permission.FollowUp).Any()).SelectMany(p => p.Units.Select(u => (u, p))).DistinctBy(d => d.u)];
}
