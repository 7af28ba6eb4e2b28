using Minqing.Domain.Appeals;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>What counts for units: all but what belongs to a mass event, which has a line of its own (H-29).</summary>
public static class EventScopes
{
    public static IQueryable<Turn> OutsideEvents(this IQueryable<Turn> turns, MinqingDb db) => turns.Where(t => !db.Appeals.Any(a => a.Id == t.Appeal && a.Event != null));

    public static IQueryable<Appeal> OutsideEvents(this IQueryable<Appeal> appeals) => appeals.Where(a => a.Event == null);
}
