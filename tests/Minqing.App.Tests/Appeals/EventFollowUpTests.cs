using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Intake;
using Minqing.App.Running;
using Minqing.App.Supervision;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>What was closed of an event is followed up by link, in one act of the desk (H-22, H-24, H-29).</summary>
[Trait("Spec", "H-29")]
[Trait("Spec", "H-24")]
public sealed class EventFollowUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Each_is_asked_by_link_the_silent_settle_after_the_attempts_and_who_is_not_satisfied_comes_back(Engine engine)
    {
        var phones = new Phones();
        await using var town = await Town.OnAsync(engine, change: services => services.AddSingleton<App.Notices.ISmsGateway>(phones));
        var (desk, county) = (await town.AsAsync(Role.FollowUpDesk, SmallCity.County), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var (silent, glad, cross) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var named = await town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "大风停电", SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));
        await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [silent.Appeal.Value, glad.Appeal.Value, cross.Appeal.Value], named, Ct));
        Assert.IsType<NobodyToAsk>(await town.RefusedAsync<AskEvent, Done>(u => u.RunAsync(desk, named, Ct)));
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), glad.Appeal, null, Ct));
        await town.RunAsync<CloseEvent, MassEventId>(u => u.RunAsync(county, named, "九点恢复供电", Outcome.Solved, Ct));
        await DrainAsync();
        Assert.Equal(3, (await town.ListAsync(desk)).Open);
        Assert.Equal((3, 0), await WaitingAsync());

        Assert.IsType<NotForYou>(await town.RefusedAsync<AskEvent, Done>(u => u.RunAsync(county, named, Ct)));
        // Whoever worked on one of them asks about the others, and is told how many wait for somebody else.
        var handler = desk with { Person = (await town.SecretaryAsync()).Person };
        await town.RunAsync<AskEvent, Done>(u => u.RunAsync(handler, named, Ct));
        await DrainAsync();
        Assert.Equal(new EventToAsk(named, "大风停电", 1, 2, 1), Assert.Single(await town.RunAsync<ListEventsToAsk, IReadOnlyList<EventToAsk>>(u => u.RunAsync(handler, Ct))));
        Assert.Equal(["13800001234", "13800009999"], Asked("").Order());
        Assert.IsType<OwnFollowUp>(await town.RefusedAsync<AskEvent, Done>(u => u.RunAsync(handler, named, Ct)));
        Assert.Equal(1, await AsksAsync());
        await town.RunAsync<AskEvent, Done>(u => u.RunAsync(desk, named, Ct));
        await DrainAsync();
        Assert.Equal(2, await AsksAsync());
        Assert.IsType<NobodyToAsk>(await town.RefusedAsync<AskEvent, Done>(u => u.RunAsync(desk, named, Ct)));

        Assert.Equal((0, 3), await WaitingAsync());
        Assert.Equal(0, (await town.ListAsync(desk)).Open);
        Assert.Equal(["13800001234", "13800005678", "13800009999"], Asked("").Order());
        await RateAsync(glad.Receipt, 1);
        await RateAsync(cross.Receipt, 5);
        await DrainAsync();
        Assert.Equal(Stage.Settled, (await town.CaseAsync(glad.Appeal)).Appeal.Stage);
        var back = (await town.CaseAsync(cross.Appeal)).Appeal;
        Assert.Equal((Stage.Handling, RoundReason.Rectify, null), (back.Stage, back.Rounds[^1].Reason, back.AskedByLink));

        // Monday at ten it was sent; Tuesday evening, Thursday morning, Friday evening nobody has answered.
        await ToAsync(new(2026, 3, 3, 10, 0, 1));
        Assert.Empty((await town.CaseAsync(silent.Appeal)).Main.FollowUps);
        await ToAsync(new(2026, 3, 3, 19, 0, 1));
        await ToAsync(new(2026, 3, 4, 10, 0, 1));
        await ToAsync(new(2026, 3, 4, 19, 0, 1));
        await ToAsync(new(2026, 3, 5, 10, 0, 1));
        Assert.Equal([false, false], (await town.CaseAsync(silent.Appeal)).Main.FollowUps.Select(f => f.Finished));
        Assert.Equal(3, Asked("13800001234").Count());
        Assert.Equal(Stage.FollowingUp, (await town.CaseAsync(silent.Appeal)).Appeal.Stage);
        await ToAsync(new(2026, 3, 6, 19, 0, 1));

        var settled = await town.CaseAsync(silent.Appeal);
        Assert.Equal((Stage.Settled, 3, true), (settled.Appeal.Stage, settled.Main.FollowUps.Count, settled.Main.FollowUps[^1].Finished));
        Assert.All(settled.Main.FollowUps, f => Assert.Equal((true, CallOutcome.NoAnswer, null), (f.ByLink, f.Outcome, f.Result)));
        Assert.Equal(3, Asked("13800001234").Count()); // the last time says nothing more
        // What came back counts again as work of its own.
        town.Pass(TimeSpan.FromDays(60));
        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);
        await using var db = town.Test.NewDb();
        Assert.Equal([cross.Appeal], (await db.WeeklyRounds.AsNoTracking().ToListAsync(Ct)).SelectMany(r => r.Items).Select(i => i.Appeal).Distinct());
        Assert.Equal([cross.Appeal], (await town.Test.RunAsync<ListLate, LateList>(async u => await u.RunAsync(await town.AsAsync(Role.CountyHead, SmallCity.County), null, null, Ct))).Page.Rows.Select(r => r.Appeal));
        Assert.Equal(1, await new CountKind(db).RunAsync(back.Path, "C4", new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Ct));
        await town.SoundAsync();

        // What a message asks for lies in a lane that was drained before.
        async Task DrainAsync()
        {
            for (var i = 0; i < 3; i++)
                await Outbox.DrainAsync(town.Test);
        }

        async Task<int> AsksAsync()
        {
            await using var db = town.Test.NewDb();
            return await db.Journal.CountAsync(j => j.SubjectId == named.Value && j.Step == "ask-event", Ct);
        }

        async Task<(int, int)> WaitingAsync() => (await town.RunAsync<ListEventsToAsk, IReadOnlyList<EventToAsk>>(u => u.RunAsync(desk, Ct))).Select(e => (e.Waiting, e.Asked)).Single();

        IEnumerable<string> Asked(string phone) => phones.Received.Where(s => s.Text.Contains("办得怎么样", StringComparison.Ordinal) && s.Phone.StartsWith(phone, StringComparison.Ordinal)).Select(s => s.Phone);

        Task<StepDone> RateAsync(Receipt receipt, int result) =>
            town.RunAsync<RateReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, new Rated(CallOutcome.Reached, Result: result), null, Ct));

        async Task ToAsync(DateTime local)
        {
            town.Test.Clock.MoveTo(new(local, TimeSpan.FromHours(8)));
            await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);
            await DrainAsync();
        }
    }
}
