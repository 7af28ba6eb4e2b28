using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>The closed events of which somebody waits to be asked by the viewer's desk, or is being asked by link (H-22, H-29).</summary>
public sealed class ListEventsToAsk(MinqingDb db)
{
    private const int EventsAtMost = 20;

    public async Task<Result<IReadOnlyList<EventToAsk>>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeFollowUps))
        {
            return new NotForYou(Permission.SeeFollowUps);
        }

        var desks = AskEvent.Desks(viewer).Select(d => d.Desk).ToList();
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
        var own = await AskEvent.HandledBy(db.Appeals.AsNoTracking().Where(a => events.Contains(a.Event) && a.Stage == Stage.FollowingUp && a.AskedByLink == null && desks.Contains(a.Desk)), viewer.Person)
            .GroupBy(a => a.Event).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.Count, ct);
        return rows.ConvertAll(r => r with { Own = own.GetValueOrDefault(r.Event) });
    }
}

/// <summary>A closed event at the follow-up desk.</summary>
/// <param name="Waiting">How many of its appeals wait to be asked about.</param>
/// <param name="Asked">Of how many the reporters are being asked by link.</param>
/// <param name="Own">How many of those that wait the viewer worked on: somebody else asks about these.</param>
public sealed record EventToAsk(MassEventId Event, string Name, int Waiting, int Asked, int Own);
