using Microsoft.EntityFrameworkCore;
using Minqing.App.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

public sealed class DigestTests
{
    private const int Reports = 9;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task Nobody_gets_more_sms_a_day_than_the_profile_says_nor_any_at_night_urgent_ones_apart(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        for (var i = 0; i < Reports; i++)
        {
            await scene.ReportAsync();
            scene.Test.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await PassAsync(scene, TimeSpan.FromDays(3));

        await using var db = scene.Test.NewDb();
        var carried = (await db.Notices.Where(n => n.Sms != null && !n.Urgent).ToListAsync(Ct))
            .Select(n => (n.Person, n.Sms, At: n.DigestAt ?? n.CreatedAt)).Distinct().ToList();
        Assert.All(carried.GroupBy(c => c.Sms), sms => Assert.Single(sms));
        var a = SmsRules.Default.ADay;
        Assert.Contains(carried.GroupBy(c => (c.Person, LocalTime.DayOf(c.At))), day => day.Count() == a);
        Assert.All(carried.GroupBy(c => (c.Person, LocalTime.DayOf(c.At))), day => Assert.InRange(day.Count(), 1, a));
        Assert.All(carried, c => Assert.InRange(LocalTime.Of(c.At).TimeOfDay, new(7, 0, 0), new(21, 59, 59)));
        Assert.True(await db.Notices.CountAsync(n => n.Urgent && n.Kind == NoticeKind.FirstCall, Ct) >= 3 * Reports);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task What_was_held_back_comes_as_one_at_the_hour_without_what_was_read_meanwhile(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var read = await HeldAsync(scene, await scene.ReportAsync(), NoticeKind.Urged);
        foreach (var kind in (NoticeKind[])[NoticeKind.SentBack, NoticeKind.WorkArrived])
            await HeldAsync(scene, await scene.ReportAsync(), kind);
        await using (var db = scene.Test.NewDb())
            await db.Notices.Where(n => n.Id == read).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, scene.City.Start), Ct);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        await DigestAsync(scene);
        await DigestAsync(scene);

        Assert.Contains("您有2件事要处理，其中超期0件、快到期0件", Assert.Single(await DigestsAsync(scene)), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task What_was_held_for_the_hour_and_saved_only_after_it_still_comes(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await HeldAsync(scene, await scene.ReportAsync(), NoticeKind.SentBack);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        await DigestAsync(scene);
        await HeldAsync(scene, await scene.ReportAsync(), NoticeKind.WorkArrived);
        await DigestAsync(scene);

        Assert.Equal(2, (await DigestsAsync(scene)).Count());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task A_warning_held_back_is_not_sent_once_the_thing_is_done(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var appeal = await scene.ReportAsync();
        await HeldAsync(scene, appeal, NoticeKind.LimitPassed, ClockKind.Check); // no check is awaited
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        await DigestAsync(scene);

        Assert.Empty(await DigestsAsync(scene));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task A_warning_of_a_first_call_held_back_is_sent_while_nobody_has_called(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        await scene.ReportAsync();
        scene.Test.Clock.Advance(TimeSpan.FromMinutes(45));
        await scene.RunAsync();
        await using (var db = scene.Test.NewDb())
        {
            var held = await db.Notices.Where(n => n.Clock == ClockKind.FirstCall && (n.Kind == NoticeKind.LimitPassed || n.Kind == NoticeKind.LimitNear)).ToListAsync(Ct);
            Assert.NotEmpty(held);
            held.ForEach(n => (n.Sms, n.DigestAt) = (null, n.CreatedAt));
            await db.SaveChangesAsync(Ct);
        }

        await DigestAsync(scene);

        Assert.NotEmpty(await DigestsAsync(scene));
    }

    [Fact]
    [Trait("Spec", "D-03")]
    public void The_next_digest_is_todays_before_its_hour_and_tomorrows_after_it()
    {
        var rules = new SmsRules(8, new(8, 0));
        var eight = LocalTime.ToUtc(new DateOnly(2026, 3, 2), TimeSpan.FromHours(8));

        Assert.Equal(eight, rules.NextDigest(eight.AddHours(-1)));
        Assert.Equal(eight.AddDays(1), rules.NextDigest(eight));
        Assert.Equal((true, false, true), (SmsRules.IsNight(eight.AddHours(-2), Hours.Default), SmsRules.IsNight(eight, Hours.Default), SmsRules.IsNight(eight.AddHours(14), Hours.Default)));
    }

    private static async Task PassAsync(NoticeScene scene, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromHours(1))
        {
            scene.Test.Clock.Advance(TimeSpan.FromHours(1));
            await DigestAsync(scene);
        }
    }

    private static async Task DigestAsync(NoticeScene scene)
    {
        await scene.RunAsync();
        while (await scene.Test.RunAsync<SendDigests, int>(send => send.RunAsync(Ct)) > 0)
        {
        }

        await Outbox.DrainAsync(scene.Test);
    }

    private static async Task<IEnumerable<string>> DigestsAsync(NoticeScene scene)
    {
        await using var db = scene.Test.NewDb();
        var digests = await db.Outbox.Where(m => m.Kind == DeliverDigest.Kind).Select(m => m.Id).ToListAsync(Ct);
        Assert.NotEmpty(digests);
        return scene.Phones.Received.Where(r => digests.Contains(r.Id)).Select(r => r.Text);
    }

    private static async Task<Guid> HeldAsync(NoticeScene scene, AppealId appeal, NoticeKind kind, ClockKind? clock = null)
    {
        var notice = new Notice
        {
            Id = Guid.CreateVersion7(),
            Person = (await scene.City.PostAsync(Role.VillageSecretary, SmallCity.Village)).Holder!.Value,
            Appeal = appeal,
            Kind = kind,
            Address = "3号楼",
            Clock = clock,
            LimitOf = clock is null ? null : appeal.Value,
            LimitNo = clock is null ? null : 99, // no such clock runs
            CreatedAt = scene.City.Start,
            DigestAt = scene.City.Start.AddMinutes(30),
        };
        await using var db = scene.Test.NewDb();
        db.Add(notice);
        await db.SaveChangesAsync(Ct);
        return notice.Id;
    }
}
