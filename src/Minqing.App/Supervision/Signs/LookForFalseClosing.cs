using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Searching;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Supervision.Signs;

/// <summary>Looks for signs of a false closing when an appeal was closed, when the reporter was asked, and when something is reported anew.</summary>
public sealed class LookForFalseClosing(MinqingDb db, RuleBook rules, EvidencePrints prints, FindSimilar similar, TimeProvider clock) : ISubscriber
{
    private const int ClosedBeforeAtMost = 20;

    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        foreach (var fact in entry.Step.Facts)
        {
            await (fact switch
            {
                ResultAccepted accepted => ClosedAsync(new(entry.Subject.Id), accepted.Round, ct),
                FollowedUp { SaysSolved: false } denied => DeniedAsync(new(entry.Subject.Id), denied, ct),
                ReportReceived received => BackAsync(received.Appeal, ct),
                _ => Task.CompletedTask,
            });
        }
    }

    private async Task ClosedAsync(AppealId id, int no, CancellationToken ct)
    {
        if (await db.Appeals.OutsideEvents(db).AnyAsync(a => a.Id == id, ct) && await AppealCase.LoadAsync(db, id, ct) is { } it && it.Appeal.Rounds.FirstOrDefault(r => r.No == no) is { } round)
        {
            var photos = await prints.OfAsync(it.Appeal, round, ct);
            foreach (var seen in FalseSigns.Of(it.Appeal, it.Reports, round, photos, RulesOf(it.Appeal)))
            {
                await FindAsync(id, no, seen, ct);
            }
        }
    }

    private async Task DeniedAsync(ReportId report, FollowedUp denied, CancellationToken ct)
    {
        var (no, about) = (denied.Round, denied.Appeal);
        var appeals = await db.Appeals.AsNoTracking().OutsideEvents(db).Where(a => (about == null || a.Id == about) && db.ReportAppeals.Any(l => l.Report == report && l.Appeal == a.Id)).ToListAsync(ct);
        foreach (var appeal in appeals.Where(a => a.Rounds.Any(r => r.No == no && r.Verified == Outcome.Solved)))
        {
            await FindAsync(appeal.Id, no, new(FalseSign.ReporterDenies, null, null, null), ct);
        }
    }

    private async Task BackAsync(AppealId id, CancellationToken ct)
    {
        if (await db.Appeals.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) is not { Event: null } now)
        {
            return;
        }

        // At the very same spot, of the same category; or there, in much the same words.
        var (path, category, code, address, since) = (now.Path, now.Category, now.SiteCode, now.Address, now.ReceivedAt.AddDays(-RulesOf(now).Days));
        var words = await db.Texts.AsNoTracking().Where(t => t.Id == now.Words).Select(t => t.Words).FirstOrDefaultAsync(ct);
        var alike = await similar.ClosedAsync(words, path, since, ct);
        var before = db.Appeals.AsNoTracking().OutsideEvents(db).Where(a => a.Id != id && a.Sensitive == now.Sensitive && a.ClosedAt >= since && a.ClosedAt <= now.ReceivedAt).OrderByDescending(a => a.ClosedAt);
        IReadOnlyList<Appeal> there = code is null && address.Length == 0 ? []
            : await before.Where(a => a.Path == path && a.Category == category && ((code != null && a.SiteCode == code) || (address != "" && a.Address == address))).Take(ClosedBeforeAtMost).ToListAsync(ct);
        IReadOnlyList<Appeal> said = alike.Count == 0 ? [] : await before.Where(a => alike.Contains(a.Id)).Take(ClosedBeforeAtMost).ToListAsync(ct);
        foreach (var closed in there.Concat(said).DistinctBy(a => a.Id).Where(a => a.Outcome is Outcome.Solved or Outcome.Explained))
        {
            await FindAsync(closed.Id, closed.Round, new(FalseSign.SameMatterBack, null, id, (int)(now.ReceivedAt - closed.ClosedAt!.Value).TotalDays), ct);
        }
    }

    private SignRules RulesOf(Appeal appeal) => rules.For(appeal.Path).Profile.Signs;

    private async Task FindAsync(AppealId appeal, int round, SeenSign seen, CancellationToken ct)
    {
        var id = DerivedId.Of($"sign {seen.Sign} {round}", appeal.Value, seen.Photo ?? seen.Other?.Value ?? Guid.Empty);
        if (!await db.FoundSigns.AnyAsync(s => s.Id == id, ct))
        {
            db.FoundSigns.Add(new() { Id = id, Appeal = appeal, Round = round, Sign = seen.Sign, FoundAt = clock.Now(), Other = seen.Other, Photo = seen.Photo, Measured = seen.Measured });
        }
    }
}
