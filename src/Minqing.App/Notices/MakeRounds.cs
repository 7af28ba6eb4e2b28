using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
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
    private const Concern Asked = Concern.Overdue | Concern.Returned | Concern.Unsatisfied | Concern.Group | Concern.Repeated;

    public async Task WorkAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        var rule = (RoundRule)job.About;
        if (rule.When.Day is null && !timetables.InForce.Calendar.IsWorking(LocalTime.DayOf(slot)))
        {
            return;
        }

        var regions = await (
            from post in db.Posts.AsNoTracking()
            where post.Until == null && rule.Roles.Contains(post.Role)
            join region in db.Regions on post.Region equals region.Id
            where region.Level == rule.Level
            select region).Distinct().ToListAsync(ct);
        var ids = regions.ConvertAll(r => r.Id);
        var leaders = (await db.PeopleAsync(db.Posts.Where(p => rule.Roles.Contains(p.Role) && ids.Contains(p.Region)), clock.Now(), ct)).ToLookup(p => p.Region, p => p.Told);
        foreach (var region in regions.Where(r => leaders[r.Id].Any()))
        {
            await MakeAsync(job, rule, slot, region, [.. leaders[region.Id].DistinctBy(l => l.Person)], ct);
        }
    }

    private async Task MakeAsync(ScheduledJob job, RoundRule rule, DateTime slot, Region region, IReadOnlyList<Recipient> leaders, CancellationToken ct)
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
        foreach (var leader in leaders)
        {
            Tell(round, region.Name, leader);
        }
    }

    private async Task<IReadOnlyList<(AppealId Appeal, RoundCause Cause, Concern Concerns)>> PressingAsync(RegionPath area, DateTime longAgo, CancellationToken ct)
    {
        // A disclosure is no leader's to read, and a mass event has a line of its own: neither swells the list nor the number told.
        var open = db.Appeals.AsNoTracking().Under(a => a.Path, area).Where(a => a.Intent != Intent.Disclosure && a.Event == null);
        var watched = await open.Where(a => a.Concerns != 0 && (a.Concerns & Asked) != 0).OrderBy(a => a.ReceivedAt).Take(WeeklyRound.ItemsAtMost).Select(a => new { a.Id, a.Concerns }).ToListAsync(ct);
        var unsolved = await open.Open().Where(a => a.ClosedAt == null && a.ReceivedAt < longAgo).OrderBy(a => a.ReceivedAt).Take(WeeklyRound.ItemsAtMost).Select(a => new { a.Id, a.Concerns }).ToListAsync(ct);
        return [.. watched.Select(a => (a.Id, RoundCause.Watched, a.Concerns)), .. unsolved.Where(u => watched.All(w => w.Id != u.Id)).Select(u => (u.Id, RoundCause.LongUnsolved, u.Concerns))];
    }

    // Instructed on some time ago by the level below, and still not closed.
    private async Task<IReadOnlyList<(AppealId Appeal, RoundCause Cause, Concern Concerns)>> WithoutEffectAsync(RegionPath area, RegionLevel below, DateTime longAgo, CancellationToken ct)
    {
        var given = db.Instructions.Where(i => i.Level == below && i.GivenAt < longAgo).Under(i => i.Path, area).Select(i => i.Appeal);
        var still = await db.Appeals.AsNoTracking().Open().Where(a => a.ClosedAt == null && a.Intent != Intent.Disclosure && given.Contains(a.Id)).OrderBy(a => a.ReceivedAt).Take(WeeklyRound.ItemsAtMost).Select(a => new { a.Id, a.Concerns }).ToListAsync(ct);
        return [.. still.Select(a => (a.Id, RoundCause.WithoutEffect, a.Concerns))];
    }

    private void Tell(WeeklyRound round, string region, Recipient leader) => notices.Give(
        new()
        {
            Id = DerivedId.Of("weekly round", round.Id, leader.Person.Value),
            Person = leader.Person,
            Appeal = round.Items[0].Appeal,
            Kind = NoticeKind.WeeklyRound,
            Address = $"{region}，{round.Items.Count} 件",
            CreatedAt = clock.Now(),
        },
        sms: leader.HasPhone);
}
