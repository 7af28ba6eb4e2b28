using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Gives the notices that an entry asks for, in the app and by SMS. Told of the same entry again, it gives none twice.</summary>
public sealed class NotifyPeople(MinqingDb db, Matters matters, Recipients recipients, ReportParts parts, GivenNotices notices, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        var given = new Dictionary<Guid, (Notice Notice, bool Sms)>();
        foreach (var about in await AboutAsync(entry, ct))
        {
            if (await matters.OfAsync(entry.Subject, about, ct) is { } matter)
            {
                await GiveAsync(entry, matter, given, ct);
            }
        }

        var known = await db.Notices.Where(n => given.Keys.Contains(n.Id)).Select(n => n.Id).ToListAsync(ct);
        foreach (var (notice, sms) in given.Values.Where(g => !known.Contains(g.Notice.Id)))
        {
            notices.Give(notice, sms);
        }
    }

    // Of a report that was split, the part that it is about; a withdrawal is about all of them.
    private async Task<IReadOnlyList<AppealId?>> AboutAsync(Entry entry, CancellationToken ct) =>
        entry.Step.Facts.Any(f => f is ReportWithdrawn)
            ? [.. (await parts.OfAsync(new ReportId(entry.Subject.Id), ct)).Select(p => (AppealId?)p.Appeal)]
            : [entry.Step.Facts.OfType<IOfAppeal>().Select(f => f.Appeal).FirstOrDefault()];

    private async Task GiveAsync(Entry entry, Matter matter, Dictionary<Guid, (Notice Notice, bool Sms)> given, CancellationToken ct)
    {
        foreach (var wanted in entry.Step.Facts.SelectMany(f => NoticeRules.For(entry.Step.Step, f, matter)))
        {
            var limit = await LimitAsync(wanted, entry.Subject, matter, ct);
            if ((wanted.To is ClockTier || wanted.WhileRunning) && limit is not { Runs: true })
            {
                continue; // done in the meantime: there is nothing to warn of, or to ask for
            }

            var told = await recipients.OfAsync(wanted, matter, limit, ct);
            Give(wanted, limit, told);
            if (told.Count == 0 && limit is not null && wanted.To is KeyHolders { Unit: { } vacant })
            {
                Give(wanted with { Kind = NoticeKind.NobodyThere, Sms = true }, limit, await recipients.ForVacantAsync(vacant, matter, ct));
            }
        }

        void Give(NoticeWanted wanted, Clock? limit, IReadOnlyList<Recipient> told)
        {
            foreach (var recipient in told)
            {
                var notice = Make(entry, matter, wanted, limit, recipient);
                given.TryAdd(notice.Id, (notice, wanted.Sms && recipient.HasPhone));
            }
        }
    }

    private async Task<Clock?> LimitAsync(NoticeWanted wanted, Subject subject, Matter matter, CancellationToken ct)
    {
        Guid[] subjects = [subject.Id, matter.Appeal.Value];
        return wanted switch
        {
            { To: ClockTier tier } => await db.Clocks.AsNoTracking().FirstOrDefaultAsync(c => c.SubjectId == subject.Id && c.No == tier.Clock, ct),
            { Clock: { } kind } => Of(wanted.To, await db.Clocks.AsNoTracking().Where(c => subjects.Contains(c.SubjectId) && c.Kind == kind && c.MetAt == null && c.EndedAt == null).OrderByDescending(c => c.No).ToListAsync(ct)),
            _ => null,
        };
    }

    // Several units may each have one of this kind: everybody is told their own.
    private static Clock? Of(Audience to, List<Clock> clocks) => clocks.Find(c => c.Unit is { } unit && to is KeyHolders holders && holders.Key == TurnKey.Of(unit)) ?? clocks.FirstOrDefault();

    private Notice Make(Entry entry, Matter matter, NoticeWanted wanted, Clock? limit, Recipient recipient) => new()
    {
        Id = DerivedId.Of($"notice {wanted.Kind}", entry.Id, recipient.Person.Value),
        Person = recipient.Person,
        Appeal = matter.Appeal,
        Kind = wanted.Kind,
        Address = matter.Address,
        Clock = limit?.Kind,
        LimitOf = limit?.SubjectId,
        LimitNo = limit?.No,
        DueAt = limit?.DueAt,
        CreatedAt = clock.Now(),
        Urgent = NoticeRules.IsUrgent(wanted.Kind, matter),
    };
}
