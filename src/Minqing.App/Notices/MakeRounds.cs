using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Events;
using Minqing.App.Kernel;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.App.Notices;

/// <summary>Makes the lists of one rule for a week or a working day, a list for each region whose leaders get one, and tells them (S-03). Where there is nothing to instruct on there is no list.</summary>
public sealed class MakeRounds(MinqingDb db, GivenNotices notices, Timetables timetables, TimeProvider clock) : IScheduled
{
    private static readonly Role[] InPlace = [.. Enum.GetValues<Role>().Where(r => Permissions.Of(r).Any(g => g.Permission == Permission.SeeInstructions) && Permissions.Of(r).Any(g => g.Permission == Permission.UrgeUnits))];

    private const Concern Asked = Concern.Overdue | Concern.Returned | Concern.Unsatisfied | Concern.Group | Concern.Repeated;

    public async Task WorkAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        var rule = (RoundRule)job.About;
        if (rule.When.Day is null && !timetables.InForce.Calendar.IsWorking(LocalTime.DayOf(slot)))
        {
            return;
        }

        foreach (var region in await db.Regions.AsNoTracking().Where(r => r.Level == rule.Level && r.ClosedOn == null).OrderBy(r => r.Path).ToListAsync(ct))
        {
            await MakeAsync(job, rule, slot, region, ct);
        }
    }

    // A vacant leader's list is made all the same: whoever tracks instructions there is told, else the nearest above who instructs or tracks.
    private async Task<IReadOnlyList<PostPerson>> LeadersAsync(RoundRule rule, Region region, CancellationToken ct)
    {
        var named = await db.PeopleAsync(db.Posts.Where(p => p.Until == null && rule.Roles.Contains(p.Role) && p.Region == region.Id), clock.Now(), ct);
        if (named.Count > 0)
        {
            return named;
        }

        var lineage = new RegionPath(region.Path).Lineage().Select(p => p.Value).ToList();
        foreach (var near in await db.Regions.AsNoTracking().Where(r => lineage.Contains(r.Path)).OrderByDescending(r => r.Path).Select(r => r.Id).ToListAsync(ct))
        {
            if (await db.PeopleAsync(db.Posts.Where(p => p.Until == null && InPlace.Contains(p.Role) && p.Region == near), clock.Now(), ct) is { Count: > 0 } beside)
            {
                return beside;
            }
        }

        return [];
    }

    private async Task MakeAsync(ScheduledJob job, RoundRule rule, DateTime slot, Region region, CancellationToken ct)
    {
        var area = new RegionPath(region.Path);
        var found = rule.After is { } below ? await WithoutEffectAsync(area, below, slot.AddDays(-rule.EffectDays), ct) : await PressingAsync(area, slot.AddDays(-rule.UnsolvedDays), ct);
        if (found.Count == 0)
        {
            return;
        }

        var round = new WeeklyRound(
            DerivedId.Of($"{job.Name} {slot.Ticks}", region.Id.Value), slot, region.Id, region.Path, rule.Level, rule.After,
            found.Take(WeeklyRound.ItemsAtMost).Select((f, i) => new RoundItem(i + 1, f.Appeal, f.Cause, f.Concerns)), clock.Now());
        db.WeeklyRounds.Add(round);
        var categories = found.Take(WeeklyRound.ItemsAtMost).Select(f => f.Category).ToList();
        foreach (var of in (await LeadersAsync(rule, region, ct)).GroupBy(l => l.Told.Person))
        {
            // Who answers for some categories is told of those alone.
            if (categories.Count(c => of.Any(l => l.Serves(c))) is > 0 and var count)
            {
                Tell(round, region.Name, of.First().Told, count);
            }
        }
    }

    private async Task<IReadOnlyList<(AppealId Appeal, RoundCause Cause, Concern Concerns, string Category)>> PressingAsync(RegionPath area, DateTime longAgo, CancellationToken ct)
    {
        // A disclosure is no leader's to read, and a mass event has a line of its own, but for what came back from it: neither swells the list nor the number told.
        var open = db.Appeals.AsNoTracking().Under(a => a.Path, area).OutsideEvents(db).Where(a => a.Intent != Intent.Disclosure);
        var watched = await open.Where(a => a.Concerns != 0 && (a.Concerns & Asked) != 0).OrderBy(a => a.ReceivedAt).Take(WeeklyRound.ItemsAtMost).Select(a => new { a.Id, a.Concerns, a.Category }).ToListAsync(ct);
        var unsolved = await open.Open().Where(a => a.ClosedAt == null && a.ReceivedAt < longAgo).OrderBy(a => a.ReceivedAt).Take(WeeklyRound.ItemsAtMost).Select(a => new { a.Id, a.Concerns, a.Category }).ToListAsync(ct);
        return [.. watched.Select(a => (a.Id, RoundCause.Watched, a.Concerns, a.Category)), .. unsolved.Where(u => watched.All(w => w.Id != u.Id)).Select(u => (u.Id, RoundCause.LongUnsolved, u.Concerns, u.Category))];
    }

    // Instructed on some time ago by the level below, and still not closed.
    private async Task<IReadOnlyList<(AppealId Appeal, RoundCause Cause, Concern Concerns, string Category)>> WithoutEffectAsync(RegionPath area, RegionLevel below, DateTime longAgo, CancellationToken ct)
    {
        var given = db.Instructions.Where(i => i.Level == below && i.GivenAt < longAgo).Under(i => i.Path, area).Select(i => i.Appeal);
        var still = await db.Appeals.AsNoTracking().Open().Where(a => a.ClosedAt == null && a.Intent != Intent.Disclosure && given.Contains(a.Id)).OrderBy(a => a.ReceivedAt).Take(WeeklyRound.ItemsAtMost).Select(a => new { a.Id, a.Concerns, a.Category }).ToListAsync(ct);
        return [.. still.Select(a => (a.Id, RoundCause.WithoutEffect, a.Concerns, a.Category))];
    }

    private void Tell(WeeklyRound round, string region, Recipient leader, int count) => notices.Give(
        new()
        {
            Id = DerivedId.Of("weekly round", round.Id, leader.Person.Value),
            Person = leader.Person,
            Appeal = round.Items[0].Appeal,
            Kind = NoticeKind.WeeklyRound,
            Address = $"{region}，{count} 件",
            CreatedAt = clock.Now(),
        },
        sms: leader.HasPhone);
}
