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
    private const int EventsAtMost = 20;

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

    /// <summary>The closed events of which somebody waits to be asked by the viewer's desk, or is being asked by link.</summary>
    public async Task<Result<IReadOnlyList<EventToAsk>>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeFollowUps))
        {
            return new NotForYou(Permission.SeeFollowUps);
        }

        var desks = Desks(viewer).Select(d => d.Desk).ToList();
        if (desks.Count == 0)
        {
            return Array.Empty<EventToAsk>();
        }

        var rows = await (
            from a in db.Appeals.AsNoTracking()
            join e in db.MassEvents on a.Event equals e.Id
            where e.EndedAt != null && a.Stage == Stage.FollowingUp && desks.Contains(a.Desk)
            group a by new { e.Id, e.Name } into g
            orderby g.Key.Id descending
            select new EventToAsk(g.Key.Id, g.Key.Name, g.Count(a => a.AskedByLink == null), g.Count(a => a.AskedByLink != null), 0)).Take(EventsAtMost).ToListAsync(ct);
        var events = rows.ConvertAll(r => (MassEventId?)r.Event);
        var own = await HandledBy(db.Appeals.AsNoTracking().Where(a => events.Contains(a.Event) && a.Stage == Stage.FollowingUp && a.AskedByLink == null && desks.Contains(a.Desk)), viewer.Person)
            .GroupBy(a => a.Event).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count, ct);
        return rows.ConvertAll(r => r with { Own = own.GetValueOrDefault(r.Event) });
    }

    /// <summary>What of an event waits to be asked about by a desk.</summary>
    internal static IQueryable<Appeal> WaitingOf(MinqingDb db, MassEventId id, UnitId desk) =>
        db.Appeals.AsNoTracking().Where(a => a.Event == id && a.Stage == Stage.FollowingUp && a.AskedByLink == null && a.Desk == desk);

    // Nobody asks about what they did themselves (Appeal.HandledBy).
    private static IQueryable<Appeal> HandledBy(IQueryable<Appeal> appeals, PersonId person) =>
        appeals.Where(a => a.Orders.Any(o => o.SignedBy == person) || a.Rounds.Any(r => r.SubmittedBy == person));

    private static List<(UnitId Desk, HeldPost Post)> Desks(Viewer viewer) =>
        [.. viewer.Posts.Where(p => p.Reaches(Permission.FollowUp).Any()).SelectMany(p => p.Units.Select(u => (u, p))).DistinctBy(d => d.u)];
}

/// <summary>A closed event at the follow-up desk.</summary>
/// <param name="Waiting">How many of its appeals wait to be asked about.</param>
/// <param name="Asked">Of how many the reporters are being asked by link.</param>
/// <param name="Own">How many of those that wait the viewer worked on: somebody else asks about these.</param>
public sealed record EventToAsk(MassEventId Event, string Name, int Waiting, int Asked, int Own);
