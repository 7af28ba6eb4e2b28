using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Ledger;

/// <summary>What stands on the lines of the ledger, a page of them at once. Every question is by id.</summary>
public sealed class LedgerRows(MinqingDb db)
{
    public async Task<IReadOnlyList<LedgerRow>> OfAsync(Viewer viewer, IReadOnlyList<AppealId> ids, CancellationToken ct)
    {
        var subjects = ids.Select(i => i.Value).ToList();
        var appeals = await db.Appeals.AsNoTracking().Where(a => ids.Contains(a.Id)).NotAbout(db, viewer).Select(a => new
        {
            a.Id,
            a.ReceivedAt,
            a.Address,
            a.Words,
            a.Category,
            a.Urgency,
            a.Stage,
            a.Outcome,
            a.ClosedAt,
            a.SendBacks,
            a.Reports,
            a.Lead,
            Name = db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault(),
            Extended = a.Extensions.Count(e => e.Granted == true),
        }).ToDictionaryAsync(a => a.Id, ct);
        var rounds = (await db.Appeals.AsNoTracking().Where(a => ids.Contains(a.Id)).SelectMany(a => a.Rounds, (a, r) => new { a.Id, r.No, r.Result, r.Rejections }).ToListAsync(ct)).ToLookup(r => r.Id);
        // Its own; of what went into it each has a line of its own.
        var own = db.ReportAppeals.AsNoTracking().Where(l => ids.Contains(l.Appeal) && l.Via == null).Join(db.Reports, l => l.Report, r => r.Id, (l, r) => new { l.Appeal, Report = r });
        var reports = (await own.Select(o => new { o.Appeal, o.Report.Number, o.Report.Channel, o.Report.ReceivedAt }).ToListAsync(ct)).ToLookup(r => r.Appeal);
        var asked = (await own.SelectMany(o => o.Report.FollowUps, (o, f) => new { o.Appeal, Of = f.Appeal, f.At, f.Outcome, f.Result, f.ByLink }).Where(f => f.Of == null || f.Of == f.Appeal).ToListAsync(ct)).ToLookup(f => f.Appeal);
        var beside = (await (
            from a in db.Appeals.AsNoTracking()
            where ids.Contains(a.Id)
            from o in a.Orders
            where o.Role == OrderRole.Co || o.Role == OrderRole.ActFirst || o.Role == OrderRole.Whistled
            join u in db.Units on o.Unit equals u.Id
            select new { a.Id, o.No, u.Name }).ToListAsync(ct)).OrderBy(o => o.No).ToLookup(o => o.Id, o => o.Name);
        var clocks = (await db.Clocks.AsNoTracking().Where(c => subjects.Contains(c.SubjectId) && c.Kind == ClockKind.Handle).ToListAsync(ct)).ToLookup(c => c.SubjectId);
        var wanted = appeals.Values.Select(a => a.Words).Concat(rounds.SelectMany(r => r.Select(x => x.Result)).OfType<Guid>()).Distinct().ToList();
        var texts = await db.Texts.AsNoTracking().Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        return [.. ids.Where(appeals.ContainsKey).Select(i => appeals[i]).Select(a =>
        {
            var (clock, last) = (clocks[a.Id.Value].MaxBy(c => c.No), rounds[a.Id].MaxBy(r => r.No));
            var (first, answer) = (reports[a.Id].MinBy(r => r.ReceivedAt), asked[a.Id].MaxBy(f => (f.Result is not null, f.At)));
            return new LedgerRow(
                a.Id, first is null ? "" : ReportNumber.Grouped(first.Number), a.ReceivedAt, first?.Channel ?? Channel.Code, a.Address, PersonalData.Masked(texts.GetValueOrDefault(a.Words)), a.Category, a.Urgency,
                a.Stage, a.Lead, a.Name, clock?.StartAt, clock?.DueAt, clock?.MissedAt is not null, clock is { Runs: true, StoppedAt: not null }, a.Outcome,
                last?.Result is { } result ? PersonalData.Masked(texts.GetValueOrDefault(result)) : null, a.ClosedAt, answer?.Outcome, answer?.Result, a.SendBacks + rounds[a.Id].Sum(r => r.Rejections), a.Extended, a.Reports)
            {
                Beside = [.. beside[a.Id].Distinct()],
                AskedByLink = answer?.ByLink ?? false,
            };
        })];
    }
}
