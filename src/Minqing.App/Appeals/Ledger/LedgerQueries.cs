using Minqing.App.Appeals.Lists;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Ledger;

/// <summary>The conditions of the ledger, each such that an index answers it.</summary>
internal static class LedgerQueries
{
    // Province, city, county: larger than these an area is a large part of all there is.
    private const int SmallDepth = 4;

    /// <summary>The appeals within one reach, and within an area where one is named; null where the two do not meet.</summary>
    public static IQueryable<Appeal>? Reached(this MinqingDb db, Reach reach, RegionPath? area, LedgerFilter filter)
    {
        var within = Met(reach, area);
        if (within is null && (reach.Area ?? area) is not null)
            return null;

        IQueryable<Appeal> appeals = db.Appeals;
        if (reach.Unit is { } unit)
            appeals = appeals.Where(a => db.Appeals.SelectMany(x => x.Orders.Where(o => o.Unit == unit), (x, _) => x.Id).Contains(a.Id));
        if (within is { } place)
            appeals = filter.IsNumber || IsWalked(reach, area, filter) ? Across(appeals, place) : appeals.Under(a => a.Path, place);
        return appeals.In(reach.Categories);
    }

    /// <summary>Whether they are read by time, in the order in which they are shown, and what is not asked is passed over; else what is asked is few, read whole and sorted.</summary>
    public static bool IsWalked(Reach reach, RegionPath? area, LedgerFilter filter) =>
        filter.Unit is not null || (!filter.IsSelective && reach.Unit is null && !(Met(reach, area) is { } place && place.Value.Count(c => c == '/') >= SmallDepth));

    /// <summary>The newest first. Where they are not walked the constant before it keeps a database from walking all the same.</summary>
    public static IQueryable<Appeal> NewestFirst(this IQueryable<Appeal> appeals, bool walked) =>
        (walked ? appeals.OrderByDescending(a => a.ReceivedAt) : appeals.OrderBy(a => a.Concerns & Concern.None).ThenByDescending(a => a.ReceivedAt)).ThenByDescending(a => a.Id);

    /// <summary>Received within the filter's days, and behind the cursor.</summary>
    public static IQueryable<Appeal> InTime(this IQueryable<Appeal> appeals, LedgerFilter filter, LedgerCursor? after)
    {
        if (filter.From is { } from && LocalTime.ToUtc(from, TimeSpan.Zero) is var first)
            appeals = appeals.Where(a => a.ReceivedAt >= first);
        if (filter.To is { } to && LocalTime.ToUtc(to, TimeSpan.FromDays(1)) is var end)
            appeals = appeals.Where(a => a.ReceivedAt < end);
        return after is { At: var at, Appeal: var id } ? appeals.Where(a => a.ReceivedAt <= at && (a.ReceivedAt < at || a.Id < id)) : appeals;
    }

    /// <summary>Those of each unit apart, where the filter names units: of one unit the newest come first out of its index, of several all would be sorted. What it works on beside the lead is few, and found by its orders.</summary>
    public static IEnumerable<(IQueryable<Appeal> Appeals, bool Walked)> WorkedBy(this IQueryable<Appeal> appeals, MinqingDb db, LedgerFilter filter, IReadOnlyList<UnitId> units, bool walked) =>
        filter.Unit is null ? [(appeals, walked)] : units.SelectMany(unit => new[] { (appeals.Where(a => a.Lead == unit), walked), (appeals.Beside(db, unit), false) });

    private static IQueryable<Appeal> Beside(this IQueryable<Appeal> appeals, MinqingDb db, UnitId unit) => appeals.Where(a =>
        db.Appeals.SelectMany(x => x.Orders.Where(o => o.Unit == unit && (o.Role == OrderRole.Co || o.Role == OrderRole.ActFirst || o.Role == OrderRole.Whistled)), (x, _) => x.Id).Contains(a.Id));

    /// <summary>All that the filter asks besides time, place and unit.</summary>
    /// <param name="among">The categories that are asked for: one, or those of a hot domain; none for all.</param>
    public static IQueryable<Appeal> Matching(this IQueryable<Appeal> appeals, MinqingDb db, LedgerFilter filter, IReadOnlyList<string> among)
    {
        if (among is [var category])
            appeals = appeals.Where(a => a.Category == category);
        else if (among.Count > 0)
            appeals = appeals.Where(a => among.Contains(a.Category));
        if (filter.Stage is { } stage)
            appeals = stage == Stage.Settled ? appeals.Where(a => a.Stage == stage) : appeals.Where(a => a.SettledAt == null && a.Stage == stage);
        if (filter.Source is { } source)
            appeals = appeals.Where(a => db.ReportAppeals.Any(l => l.Appeal == a.Id && l.Via == null && db.Reports.Any(r => r.Id == l.Report && r.Channel == source)));
        if (filter.Outcome is { } outcome)
            appeals = appeals.Where(a => a.Outcome == outcome);
        return (filter.Mark is { } mark ? appeals.Marked(db, mark) : appeals).Saying(db, Search.Of(filter.Words));
    }

    private static IQueryable<Appeal> Marked(this IQueryable<Appeal> appeals, MinqingDb db, LedgerMark mark) => mark switch
    {
        LedgerMark.Late => appeals.Where(a => a.Concerns != 0 && (a.Concerns & Concern.Overdue) != 0 && !db.Turns.Any(t => t.Appeal == a.Id && t.Stopped)),
        LedgerMark.NearDue => appeals.Where(a => a.Concerns != 0 && (a.Concerns & Concern.NearDue) != 0 && !db.Turns.Any(t => t.Appeal == a.Id && t.Stopped)),
        LedgerMark.Suspended => appeals.Where(a => db.Turns.Where(t => t.Stopped).Select(t => t.Appeal).Contains(a.Id)),
        LedgerMark.Returned => appeals.Where(a => a.SendBacks > 0 || a.Rounds.Any(r => r.Rejections > 0)),
        LedgerMark.Extended => appeals.Where(a => a.Extensions.Any(e => e.Granted == true)),
    };

    private static RegionPath? Met(Reach reach, RegionPath? area) => (reach.Area, area) switch
    {
        (null, var asked) => asked,
        ({ } own, null) => own,
        ({ } own, { } asked) => own.Contains(asked.Value) ? asked : asked.Contains(own.Value) ? own : null,
    };

    // A large area is read by time, what has a number by its keys, and what lies elsewhere passed over: its path is kept from the index of paths, which would sort all of it.
    private static IQueryable<Appeal> Across(IQueryable<Appeal> appeals, RegionPath place)
    {
        var (from, before) = (place.From, place.Before);
        return appeals.Where(a => string.Compare(a.Path + "", from) >= 0 && string.Compare(a.Path + "", before) < 0);
    }
}
