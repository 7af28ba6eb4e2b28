using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Moving;

/// <summary>Regions, units and posts have others in their place: the open appeals, their orders, clocks and first contacts follow (O-09). Runs in the transaction of the change.</summary>
public sealed class FollowSuccession(MinqingDb db, LiveCases cases)
{
    /// <param name="areas">The paths, as they were, of the regions in which something changed.</param>
    /// <returns>How many appeals went along.</returns>
    public async Task<int> RunAsync(Succession succession, IReadOnlyList<string> areas, CancellationToken ct)
    {
        var units = succession.Units.Keys.ToList();
        var maybe = units.ConvertAll(u => (UnitId?)u);
        var ids = await cases.All
            .Where(a => areas.Contains(a.Path) || maybe.Contains(a.Lead) || units.Contains(a.Desk) || a.Orders.Any(o => o.EndedAt == null && units.Contains(o.Unit)))
            .OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        var moved = 0;
        await cases.ChangeAsync(
            ids,
            async (it, by) =>
            {
                await BringAsync(db, it, succession, areas, by, ct);
                moved += it.Appeal.Taken.Count > 0 ? 1 : 0;
            },
            ct);
        return moved;
    }

    /// <summary>Puts one appeal and its reports where their places lie today, with who answers for them today.</summary>
    internal static async Task BringAsync(MinqingDb db, AppealCase it, Succession succession, IReadOnlyList<string> areas, By by, CancellationToken ct)
    {
        var regions = succession.Regions.ToDictionary();
        foreach (var report in it.Reports.Where(r => areas.Contains(r.Path)))
        {
            if (await db.TodayAsync(report.Region, report.SiteCode, ct) is { } lies)
            {
                regions.TryAdd(report.Region, lies.Id);
                report.MoveTo(lies.Id, lies.Path, by);
            }
        }

        if (areas.Contains(it.Appeal.Path) && await db.TodayAsync(it.Appeal.Region, it.Appeal.SiteCode, ct) is { } today)
        {
            it.Appeal.MoveTo(today.Id, today.Path, by);
        }

        it.Succeed(succession with { Regions = regions }, by);
    }
}
