using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Events;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision;

/// <summary>How many dispatches were right the first time, for each who dispatched (H-04). Wrong is what another unit got by a transfer, or by a ruling that upheld the objection.</summary>
public sealed class CountDispatches(MinqingDb db, ListBarred barred, TimeProvider clock)
{
    public const int DaysAtMost = 366;

    /// <summary>How far back where nobody says.</summary>
    public const int Days = 30;

    private const int DispatchersAtMost = 200;

    /// <param name="days">How far back, at most a year.</param>
    public async Task<DispatchCounts> RunAsync(Viewer viewer, int days, CancellationToken ct)
    {
        var since = clock.Now().AddDays(-Math.Clamp(days, 1, DaysAtMost));
        var counts = new List<Count>();
        foreach (var area in Areas(viewer))
        {
            counts.AddRange(await InAsync(area, since, ct));
        }

        var rows = counts.GroupBy(c => (c.Person, c.Unit)).Select(g => (g.Key.Person, g.Key.Unit, Given: g.Sum(c => c.Given), Wrong: g.Sum(c => c.Wrong)))
            .OrderByDescending(r => r.Given).Take(DispatchersAtMost).ToList();
        var (people, units) = (rows.Select(r => r.Person).ToList(), rows.Select(r => r.Unit).ToList());
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var places = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var vetoed = await barred.ShownToAsync(viewer, ct);
        return new(since, [.. rows.Select(r => new Dispatcher(names.GetValueOrDefault(r.Person) ?? "", places.GetValueOrDefault(r.Unit) ?? "", r.Given, r.Wrong, vetoed.ContainsKey(r.Unit)))]);
    }

    // What somebody gave to a unit: no ruling, and not what was sent up from below.
    private async Task<List<Count>> InAsync(RegionPath area, DateTime since, CancellationToken ct) =>
        await (
            from a in db.Appeals.AsNoTracking().Under(a => a.Path, area).OutsideEvents(db)
            from o in a.Orders
            where o.IssuedBy != null && o.Issuer != null && o.IssuedAt >= since && o.Role == OrderRole.Lead && !o.Ruled
                && !a.Orders.Any(p => p.No == o.Parent && p.State == OrderState.Raised)
            group o by new { o.IssuedBy, o.Issuer } into g
            select new Count(g.Key.IssuedBy!.Value, g.Key.Issuer!.Value, g.Count(), g.Count(o => o.Upheld == true || o.State == OrderState.Returned))).ToListAsync(ct);

    // One area inside another is counted once.
    private static IEnumerable<RegionPath> Areas(Viewer viewer)
    {
        var all = viewer.Scope(Permission.SeeLeaderView).Reaches.Select(r => r.Area).OfType<RegionPath>().Distinct().ToList();
        return all.Where(a => !all.Exists(b => b != a && b.Contains(a.Value)));
    }

    private sealed record Count(PersonId Person, UnitId Unit, int Given, int Wrong);
}

/// <summary>The dispatchers of an area, whoever gave most first.</summary>
public sealed record DispatchCounts(DateTime Since, IReadOnlyList<Dispatcher> Dispatchers)
{
    public int Given => Dispatchers.Sum(d => d.Given);

    public int Wrong => Dispatchers.Sum(d => d.Wrong);
}

/// <summary>One who dispatches: how much they gave to units, and how much of it went to the wrong one.</summary>
/// <param name="Barred">A veto bars the unit from this year's awards.</param>
public sealed record Dispatcher(string Name, string Unit, int Given, int Wrong, bool Barred = false);
