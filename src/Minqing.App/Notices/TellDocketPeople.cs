using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>
/// Tells those who answer for what supervision has going on: a unit that something is wanted of it, or wanted better, its owner that it is theirs or came back, those who may take a project on that one is proposed,
/// whoever asked that an answer is there, whoever must agree that it was handed in, its units that it is over; and that a limit of it runs out or has passed, whose it is and who asked (D-03, H-16, S-05, S-06, S-08, S-10).
/// </summary>
public sealed class TellDocketPeople(MinqingDb db, UnitWorkers workers, RuleBook rules, GivenNotices notices, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Subject.Kind != SubjectKind.Docket || await db.Dockets.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(d => d.Id == new DocketId(entry.Subject.Id), ct) is not { } docket
            || (docket.Over && !entry.Step.Facts.Any(Ends)))
        {
            return;
        }

        var title = await db.Texts.AsNoTracking().Where(t => t.Id == docket.Title).Select(t => t.Words).FirstOrDefaultAsync(ct) ?? "";
        foreach (var fact in entry.Step.Facts)
        {
            var (kind, limit, people) = await WantedAsync(docket, fact, ct);
            foreach (var person in people.DistinctBy(p => p.Person).Where(p => kind == NoticeKind.DocketTask || p.Person != entry.Step.By.Actor.Person))
            {
                await notices.GiveAsync(
                    new()
                    {
                        Id = DerivedId.Of($"docket {kind} {limit?.No}", entry.Id, person.Person.Value),
                        Person = person.Person,
                        Appeal = docket.Appeals.Count > 0 ? docket.Appeals[0].Appeal : default,
                        Kind = kind,
                        Address = PersonalData.Masked(title),
                        Clock = limit?.Kind,
                        DueAt = limit?.DueAt,
                        CreatedAt = clock.Now(),
                    },
                    // A link in an SMS leads to an appeal; and nobody need be woken for what waits, or is over.
                    sms: person.HasPhone && docket.Appeals.Count > 0 && kind is not (NoticeKind.ProjectProposed or NoticeKind.DocketSubmitted or NoticeKind.DocketEnded), ct);
            }
        }
    }

    private async Task<(NoticeKind Kind, Clock? Limit, IReadOnlyList<Recipient> People)> WantedAsync(Docket docket, DomainEvent fact, CancellationToken ct) => fact switch
    {
        DocketOpened { Kind: DocketKind.Governance } => (NoticeKind.ProjectProposed, null, await ConfirmersAsync(docket, ct)),
        DocketOpened { OwnerPost: not null } or ProjectConfirmed or DocketMoved { State: DocketState.Open } =>
            (NoticeKind.DocketOwned, await db.Clocks.AsNoTracking().FirstOrDefaultAsync(c => c.SubjectId == docket.Id.Value && c.Kind == ClockKind.Docket, ct), await OwnersAsync(docket, ct)),
        DocketTaskSet set => await TaskAsync(docket, set.No, ct),
        DocketTaskReturned back => await TaskAsync(docket, back.No, ct),
        DocketMoved { State: DocketState.Submitted } => (NoticeKind.DocketSubmitted, null, await AgreeingAsync(docket, ct)),
        { } when Ends(fact) => (NoticeKind.DocketEnded, null, await UnitsAsync(docket, ct)),
        DocketTaskAnswered answered => (NoticeKind.DocketAnswered, null, await AskerAsync(docket, docket.Tasks.Single(t => t.No == answered.No), ct)),
        ClockWarned { AfterDue: false } warned => await LimitAsync(docket, warned.No, NoticeKind.DocketNear, ct),
        ClockWarned or ClockMissed => await LimitAsync(docket, ((ClockFact)fact).No, NoticeKind.DocketLate, ct),
        _ => (default, null, []),
    };

    private async Task<(NoticeKind Kind, Clock? Limit, IReadOnlyList<Recipient> People)> TaskAsync(Docket docket, int no, CancellationToken ct)
    {
        var task = docket.Tasks.Single(t => t.No == no);
        return (NoticeKind.DocketTask, await db.Clocks.AsNoTracking().FirstOrDefaultAsync(c => c.SubjectId == docket.Id.Value && c.No == task.Clock, ct), [.. await workers.OfAsync(task.Unit, ct)]);
    }

    private async Task<(NoticeKind Kind, Clock? Limit, IReadOnlyList<Recipient> People)> LimitAsync(Docket docket, int no, NoticeKind kind, CancellationToken ct)
    {
        if (await db.Clocks.AsNoTracking().FirstOrDefaultAsync(c => c.SubjectId == docket.Id.Value && c.No == no, ct) is not { Runs: true, SubmittedAt: null } limit)
        {
            return (kind, null, []);
        }

        var task = docket.Tasks.FirstOrDefault(t => t.Clock == no);
        IEnumerable<Recipient> whose = task is null ? await OwnersAsync(docket, ct) : await workers.OfAsync(task.Unit, ct);
        return (kind, limit, [.. whose, .. kind == NoticeKind.DocketLate ? await AskerAsync(docket, task, ct) : []]);
    }

    private async Task<IReadOnlyList<Recipient>> OwnersAsync(Docket docket, CancellationToken ct) =>
        docket.OwnerPost is { } post ? [.. (await db.PeopleAsync(db.Posts.Where(p => p.Id == post), clock.Now(), ct)).Select(p => p.Told)]
        : docket.OwnerUnit is { } unit ? [.. await workers.OfAsync(unit, ct)]
        : [];

    private async Task<IReadOnlyList<Recipient>> ConfirmersAsync(Docket docket, CancellationToken ct)
    {
        var (roles, lineage) = (rules.For(docket.Path).Profile.Governance.ConfirmedBy, new RegionPath(docket.Path).Lineage().Select(p => p.Value).ToList());
        var people = await db.PeopleAsync(db.Posts.Where(p => roles.Contains(p.Role) && db.Regions.Any(r => r.Id == p.Region && lineage.Contains(r.Path))), clock.Now(), ct);
        return [.. people.Where(p => docket.Category is null || p.Serves(docket.Category)).Select(p => p.Told)];
    }

    private static bool Ends(DomainEvent fact) => fact is DocketMoved { State: DocketState.Ended };

    // A project's is for those who took it on; of what is kept, for whoever opened it, or where they handed it in themselves for those nearest who keep such things.
    private async Task<IReadOnlyList<Recipient>> AgreeingAsync(Docket docket, CancellationToken ct)
    {
        if (docket.Kind == DocketKind.Governance)
        {
            return await ConfirmersAsync(docket, ct);
        }

        if ((await AskerAsync(docket, null, ct)).Where(o => docket.MayJudge(o.Person)).ToList() is { Count: > 0 } opener)
        {
            return opener;
        }

        var (roles, lineage) = (Enum.GetValues<Role>().Where(r => Permissions.Of(r).Any(g => g.Permission == DocketFlow.Keeps(docket.Kind))).ToList(), new RegionPath(docket.Path).Lineage().Select(p => p.Value).ToList());
        foreach (var near in await db.Regions.AsNoTracking().Where(r => lineage.Contains(r.Path)).OrderByDescending(r => r.Path).Select(r => r.Id).ToListAsync(ct))
        {
            var keepers = (await db.PeopleAsync(db.Posts.Where(p => roles.Contains(p.Role) && p.Region == near), clock.Now(), ct)).Where(p => docket.Category is null || p.Serves(docket.Category)).Select(p => p.Told).ToList();
            if (keepers.Exists(k => docket.MayJudge(k.Person)))
            {
                return [.. keepers.Where(k => docket.MayJudge(k.Person))];
            }
        }

        return [];
    }

    // Those that had something to do, and whoever owned it.
    private async Task<IReadOnlyList<Recipient>> UnitsAsync(Docket docket, CancellationToken ct)
    {
        var told = (await OwnersAsync(docket, ct)).ToList();
        foreach (var unit in docket.Tasks.Select(t => t.Unit).Distinct())
        {
            told.AddRange(await workers.OfAsync(unit, ct));
        }

        return told;
    }

    // Who left service since is told nothing more.
    private async Task<IReadOnlyList<Recipient>> AskerAsync(Docket docket, DocketTask? task, CancellationToken ct) =>
        (task?.SetBy ?? docket.OpenedBy) is { } asker
            ? await db.Persons.AsNoTracking().Where(p => p.Id == asker && db.Posts.Any(x => x.Holder == asker && x.Until == null)).Select(p => new Recipient(p.Id, p.Phone != null)).ToListAsync(ct)
            : [];
}
