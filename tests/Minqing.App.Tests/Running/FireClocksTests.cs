using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;
using Minqing.Storage.Timers;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

[Trait("Spec", "D-07")]
public sealed class FireClocksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_clock_speaks_up_when_its_time_has_come_and_once(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        var report = (await scene.ReceiveAsync(1))[0];

        scene.Test.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await scene.BatchAsync());

        scene.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), (await scene.BatchAsync(), await scene.BatchAsync()));

        Assert.Equal(["receive", "clock-warned"], (await scene.JournalAsync(report)).Select(j => j.Step));
        var clock = await scene.ClockAsync(report);
        Assert.Equal((1, null, null), (clock.Warned, clock.ClaimedBy, clock.ClaimedUntil));
    }

    [Theory, OnBothDatabases]
    public async Task After_an_outage_everything_fires_in_order_and_says_how_late(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        var report = (await scene.ReceiveAsync(1))[0];

        scene.Test.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((1, 0), (await scene.BatchAsync(), await scene.BatchAsync()));

        var facts = (await scene.JournalAsync(report)).Skip(1).SelectMany(j => Facts.Step(Facts.Parse(j.Body)).Facts).ToList();
        Assert.Equal(DateTime.SpecifyKind(new(2026, 3, 2, 1, 30, 0), DateTimeKind.Utc), (await scene.ClockAsync(report)).MissedAt);
        Assert.Equal(90 * 60, facts.OfType<ClockMissed>().Single().LateBy);
        Assert.Equal(facts.OfType<ClockWarned>().Select(w => w.Warning).Order(), facts.OfType<ClockWarned>().Select(w => w.Warning));
    }

    [Theory, OnBothDatabases]
    public async Task What_a_dead_node_had_claimed_fires_when_the_lease_has_ended(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        await scene.ReceiveAsync(3);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        var moment = scene.Test.Services.GetRequiredService<Leases>().Moment;
        await using (var dead = scene.Test.NewDb())
            Assert.Equal(3, (await dead.ClaimClocksAsync(Guid.CreateVersion7(), 10, scene.Test.Clock.GetUtcNow().UtcDateTime, moment, Ct)).Count);

        scene.Machine.Move(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await scene.BatchAsync());

        scene.Machine.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(3, await scene.BatchAsync());
        Assert.Equal(3, await MissedAsync(scene));
    }

    [Theory, OnBothDatabases]
    public async Task A_claim_from_a_machine_whose_time_was_wrong_holds_nothing_up(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        await scene.ReceiveAsync(1);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        var wrong = scene.Machine.GetUtcNow().UtcDateTime.AddYears(1);
        await using (var ahead = scene.Test.NewDb())
            await ahead.ClaimClocksAsync(Guid.CreateVersion7(), 10, scene.Test.Clock.GetUtcNow().UtcDateTime, new(wrong, wrong.AddSeconds(30), wrong.AddHours(2)), Ct);

        Assert.Equal(1, await scene.BatchAsync());
    }

    [Theory, OnBothDatabases]
    public async Task Loops_side_by_side_while_others_act_fire_each_deadline_once(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        var reports = await scene.ReceiveAsync(200);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));

        var meddler = Task.Run(() => MeddleAsync(scene, reports), Ct);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await MissedAsync(scene) < 200)
                await scene.BatchAsync(20);
        }, Ct)));
        await meddler;

        await using var db = scene.Test.NewDb();
        Assert.Equal(200, await MissedAsync(scene));
        Assert.Equal(200, await db.Journal.Where(j => j.Step == "clock-missed").Select(j => j.SubjectId).Distinct().CountAsync(Ct));
        Assert.Equal(0, await db.Clocks.CountAsync(c => c.ClaimedBy != null, Ct));
        Assert.Equal(await db.Journal.CountAsync(Ct), await db.Outbox.CountAsync(m => m.Kind == "entry", Ct));
    }

    [Theory, OnBothDatabases]
    public async Task One_that_cannot_be_woken_holds_up_no_other(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        var reports = await scene.ReceiveAsync(3);
        await using (var db = scene.Test.NewDb())
            await db.Clocks.Where(c => c.SubjectId == reports[0].Value).ExecuteUpdateAsync(set => set.SetProperty(c => c.SubjectKind, SubjectKind.KeyMatter), Ct);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((3, 0), (await scene.BatchAsync(), await scene.BatchAsync()));
        Assert.Equal(2, await MissedAsync(scene));

        scene.Machine.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await scene.BatchAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_clock_set_back_fires_nothing_again(Engine engine)
    {
        await using var scene = await ClockScene.OnAsync(engine);
        await scene.ReceiveAsync(2);
        scene.Test.Clock.Advance(TimeSpan.FromHours(1));
        await scene.BatchAsync();

        scene.Test.Clock.Advance(TimeSpan.FromHours(-3));
        Assert.Equal(0, await scene.BatchAsync());
        scene.Test.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await scene.BatchAsync());
        Assert.Equal(2, await MissedAsync(scene));
    }

    private static async Task<int> MissedAsync(ClockScene scene)
    {
        await using var db = scene.Test.NewDb();
        return await db.Journal.CountAsync(j => j.Step == "clock-missed", Ct);
    }

    // Somebody acts on the same reports: their version moves under the loops.
    private static async Task MeddleAsync(ClockScene scene, IReadOnlyList<ReportId> reports)
    {
        foreach (var report in reports.Where((_, i) => i % 4 == 0))
        {
            await using var db = scene.Test.NewDb();
            await db.Reports.Where(r => r.Id == report).ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), Ct);
        }
    }
}
