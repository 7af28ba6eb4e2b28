using Minqing.Domain.Appeals;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>What counts for units: all but what belongs to a mass event, which has a line of its own (H-29). What came back after its event was closed is worked on by itself again, and counts.</summary>
public static class EventScopes
{
    public static IQueryable<Appeal> OutsideEvents(this IQueryable<Appeal> appeals, MinqingDb db) =>
        appeals.Where(a => a.Event == null || db.MassEvents.Any(e => e.Id == a.Event && e.Closes != null && a.Rounds.Any(r => r.No > 1 && r.BegunAt > e.EndedAt)));

    public static IQueryable<Turn> OutsideEvents(this IQueryable<Turn> turns, MinqingDb db) =>
        turns.Where(t => !db.Appeals.Any(a => a.Id == t.Appeal && a.Event != null && !db.MassEvents.Any(e => e.Id == a.Event && e.Closes != null && a.Rounds.Any(r => r.No > 1 && r.BegunAt > e.EndedAt))));
}
