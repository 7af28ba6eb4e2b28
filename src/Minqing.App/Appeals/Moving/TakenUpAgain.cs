using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.People;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Moving;

/// <summary>What had ended kept the place of its time. Taken up again it goes to today's: the region that is there now, and the unit that took the place of its own (O-09).</summary>
public sealed class TakenUpAgain(MinqingDb db, Chains chains)
{
    /// <summary>Where it would lie if it began now: its own path while it is open.</summary>
    public async Task<string> PathAsync(Appeal appeal, CancellationToken ct) =>
        appeal.Ended && await db.TodayAsync(appeal.Region, appeal.SiteCode, ct) is { } region ? region.Path : appeal.Path;

    /// <summary>Who has it there instead of its lead, where that is whom it is about.</summary>
    public async Task<LevelUnit?> AboveAsync(Appeal appeal, string path, Rules rules, CancellationToken ct) =>
        LeadUnits.Instead(await chains.AtAsync(path, ct), rules.Profile, appeal.Level, appeal.IsAbout);

    /// <summary>Brings it there, once something has begun it anew.</summary>
    /// <param name="ended">Whether it had ended before.</param>
    public async Task BringAsync(AppealCase it, bool ended, By by, CancellationToken ct)
    {
        if (!ended || it.Appeal.Ended)
        {
            return;
        }

        var units = it.Appeal.Orders.Where(o => o.Open).Select(o => o.Unit).Append(it.Appeal.Desk).Concat(it.Appeal.Targets.Select(t => t.Unit).OfType<UnitId>()).Distinct().ToList();
        var succession = await db.SuccessorsAsync(units, ct);
        await FollowSuccession.BringAsync(db, it, succession, [it.Appeal.Path, .. it.Reports.Select(r => r.Path)], by, ct);
        LiveCases.Note(db, it.Appeal);
    }
}
