using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Reconciling;

/// <summary>Each week gives every unit the list of what it has open, late and sent back, to be confirmed (周对账, H-32). A unit that has nothing gets none.</summary>
public sealed class MakeReconciliations(MinqingDb db, RuleBook rules, TimeProvider clock) : IScheduled
{
    private const string RuleId = "reconciliation";

    public async Task WorkAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        var (rule, by) = ((ReconciliationRule)job.About, new By(Actor.Platform, clock.Now()));
        IReadOnlyList<Waiting> open = [.. await OpenAsync(by.At, ct), .. await BesideAsync(by.At, ct)];
        var leads = open.Select(o => o.Unit).Distinct().ToList();
        var places = await db.Units.AsNoTracking().Where(u => leads.Contains(u.Id)).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { u.Id, r.Path }).ToDictionaryAsync(u => u.Id, u => u.Path, ct);
        foreach (var unit in open.GroupBy(o => o.Unit).Where(u => places.ContainsKey(u.Key)))
        {
            var (inForce, all, own) = (rules.For(places[unit.Key]), unit.ToList(), unit.Where(o => !o.Line.Beside).ToList());
            var lines = all.OrderBy(o => o.Line.Beside).ThenByDescending(o => o.Line.Late).ThenByDescending(o => o.Line.Returned).ThenBy(o => o.ReceivedAt).Take(Reconciliation.LinesAtMost).Select(o => o.Line).ToList();
            var listed = new UnitListed(slot, unit.Key, places[unit.Key], own.Count(o => !o.Line.Suspended), own.Count(o => o.Line.Late), own.Count(o => o.Line.Returned), own.Count(o => o.Line.Suspended), lines, all.Count - own.Count);
            var limit = new ClockRule(RuleId, inForce.Profile.Id, inForce.Profile.Version, inForce.Timetable.Version, new(rule.WorkingDays, Measure.WorkingDays), [], DailyAfter: false);
            db.Reconciliations.Add(Reconciliation.List(DerivedId.Of($"{job.Name} {slot.Ticks}", unit.Key.Value), listed, limit, inForce.Timetable, by));
        }
    }

    // All that is with a lead, by the index of what is open.
    private async Task<IReadOnlyList<Waiting>> OpenAsync(DateTime now, CancellationToken ct) =>
        [.. (await db.Appeals.AsNoTracking().Where(a => a.SettledAt == null && (a.Stage == Stage.Handling || a.Stage == Stage.Checking) && a.Lead != null).Select(a => new
        {
            a.Id,
            a.Stage,
            Lead = a.Lead!.Value,
            a.ReceivedAt,
            a.Concerns,
            Back = a.SendBacks > 0 || a.Rounds.Any(r => r.Rejections > 0 || r.Reason == RoundReason.Rectify || r.Reason == RoundReason.Restart),
            Suspended = db.Turns.Any(t => t.Appeal == a.Id && t.Stopped),
            DueAt = db.Clocks.Where(c => c.SubjectId == (Guid)(object)a.Id && c.Kind == ClockKind.Handle && c.MetAt == null && c.EndedAt == null).Max(c => (DateTime?)c.DueAt),
        }).ToListAsync(ct)).Select(a => new Waiting(a.Lead, a.ReceivedAt, new(a.Id, a.Stage, a.DueAt, !a.Suspended && (a.Concerns.HasFlag(Concern.Overdue) || (a.Stage == Stage.Handling && a.DueAt < now)), a.Back, a.Suspended)))];

    // What units work on beside the lead, each with its own limit.
    private async Task<IReadOnlyList<Waiting>> BesideAsync(DateTime now, CancellationToken ct) =>
        [.. (await (
            from a in db.Appeals.AsNoTracking()
            where a.SettledAt == null && a.Stage == Stage.Handling
            from o in a.Orders
            where o.EndedAt == null && (o.Role == OrderRole.Co || o.Role == OrderRole.ActFirst || o.Role == OrderRole.Whistled)
            select new
            {
                a.Id,
                a.Stage,
                o.Unit,
                a.ReceivedAt,
                DueAt = db.Clocks.Where(c => c.SubjectId == (Guid)(object)a.Id && c.Unit == o.Unit && (c.Kind == ClockKind.CoUnit || c.Kind == ClockKind.ReportIn) && c.MetAt == null && c.EndedAt == null).Min(c => (DateTime?)c.DueAt),
                Suspended = db.Turns.Any(t => t.Appeal == a.Id && t.Stopped),
            }).ToListAsync(ct))
            .DistinctBy(o => (o.Unit, o.Id))
            .Select(o => new Waiting(o.Unit, o.ReceivedAt, new(o.Id, o.Stage, o.DueAt, !o.Suspended && o.DueAt < now, Returned: false, o.Suspended, Beside: true)))];

    private sealed record Waiting(UnitId Unit, DateTime ReceivedAt, LineListed Line);
}
