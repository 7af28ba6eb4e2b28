using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage.Appeals;
using Minqing.Storage.Media;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>An event is closed with one answer: everything that is open of it closes in one act (H-29).</summary>
[Trait("Spec", "H-29")]
public sealed class EventClosingTests
{
    private const string Answer = "线路已经抢修好，晚上九点恢复供电。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task One_answer_closes_all_that_is_open_each_with_its_own_entry_and_tells_each_reporter(Engine engine)
    {
        var phones = new Phones();
        await using var town = await Town.OnAsync(engine, change: services => services.AddSingleton<App.Notices.ISmsGateway>(phones));
        var (county, village) = (await CountyAsync(town), await town.SecretaryAsync());
        var (fresh, signed, outside) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(village, signed.Appeal, null, Ct));
        var named = await OpenAsync(town, county);
        await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [fresh.Appeal.Value, signed.Appeal.Value], named, Ct));
        Assert.Equal(2, (await ReadAsync(town, county, named)).ToClose);

        Assert.IsType<EventOutcomeNotUsable>(await town.RefusedAsync<CloseEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Outcome.Promised, Ct)));
        Assert.IsType<NoSuchEvent>(await town.RefusedAsync<CloseEvent, MassEventId>(u => u.RunAsync(village, named, Answer, Outcome.Solved, Ct)));
        await town.RunAsync<CloseEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Outcome.Solved, Ct));
        await Outbox.DrainAsync(town.Test);
        // Told of it again, nothing is closed twice.
        await AgainAsync(town);

        foreach (var (receipt, id) in new[] { fresh, signed })
        {
            var it = (await town.CaseAsync(id)).Appeal;
            Assert.Equal((Stage.FollowingUp, Outcome.Solved, true), (it.Stage, it.Outcome, it.ClosedAt is not null));
            Assert.Equal([ClockKind.FollowUp], it.Clocks.Where(c => c.Runs).Select(c => c.Kind));
            var story = (await town.CourseAsync(receipt)).Story;
            var entry = Assert.Single(story, e => e.Step == Appeal.EventClosedStep && e.About == SubjectKind.Appeal);
            Assert.Equal((Answer, county.Person), (entry.Words(entry.Fact<ResultSubmitted>()!.Result), entry.Actor.Person));
        }

        Assert.Equal(Stage.Handling, (await town.CaseAsync(outside.Appeal)).Appeal.Stage);
        Assert.Equal(["13800001234", "13800005678"], phones.Received.Where(s => s.Text.Contains("办结", StringComparison.Ordinal) && s.Phone != "19900000001").Select(s => s.Phone).Order());
        Assert.Equal((0, named), ((await ReadAsync(town, county, named)).ToClose, (await ReadAsync(town, county, named)).Event.Id));
        await using var db = town.Test.NewDb();
        Assert.Empty(await db.Notices.Where(n => n.Kind == NoticeKind.CheckWanted).ToListAsync(Ct));
        Assert.Empty((await new Verification(db).RunAsync(town.Test.Settings.TreeHeads, [], Ct, town.Test.Services.GetRequiredService<MediaStore>())).Findings);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    public async Task What_joins_waits_for_no_call_any_more_and_what_leaves_does_again(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, village) = (await CountyAsync(town), await town.SecretaryAsync());
        var (inside, left, outside) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var named = await OpenAsync(town, county);
        await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [inside.Appeal.Value, left.Appeal.Value], named, Ct));
        Assert.Equal([outside.Appeal], (await town.ListAsync(village)).Page.Rows.Where(r => r.Kind == TurnKind.FirstCall).Select(r => r.Appeal));
        await town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(county, left.Appeal, null, null, Ct));

        town.Pass(TimeSpan.FromHours(3));
        await town.Test.RunAsync<FireClocks, DateTime?>(f => f.AllDueAsync(Ct));

        Assert.Equal((1, 2, 2), (await RungsAsync(inside.Appeal), await RungsAsync(left.Appeal), await RungsAsync(outside.Appeal)));

        async Task<int> RungsAsync(AppealId id) => (await town.CaseAsync(id)).Main.Rungs;
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task What_is_about_the_unit_that_answers_and_what_few_may_see_is_not_closed_with_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, centre) = (await CountyAsync(town), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var (plain, about, kept) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var named = await OpenAsync(town, county);
        await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [plain.Appeal.Value, about.Appeal.Value, kept.Appeal.Value], named, Ct));
        await town.RunAsync<NameTarget, StepDone>(u => u.RunAsync(centre, about.Appeal, county.Posts[0].Unit.Value, null, null, Ct));
        await town.RunAsync<RestrictAppeal, StepDone>(u => u.RunAsync(county, kept.Appeal, true, false, "说到了孩子", null, Ct));
        Assert.Equal(1, (await ReadAsync(town, county, named)).ToClose);

        await town.RunAsync<CloseEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Outcome.Solved, Ct));
        for (var i = 0; i < 2; i++)
            await Outbox.DrainAsync(town.Test);

        Assert.Equal(Stage.FollowingUp, (await town.CaseAsync(plain.Appeal)).Appeal.Stage);
        foreach (var id in new[] { about.Appeal, kept.Appeal })
        {
            var left = (await town.CaseAsync(id)).Appeal;
            Assert.Equal((Stage.Handling, null), (left.Stage, left.ClosedAt));
        }

        Assert.Equal(0, (await ReadAsync(town, county, named)).ToClose);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_joins_at_the_same_moment_as_it_is_closed_is_closed_too(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, late) = (await CountyAsync(town), await town.ReportAsync());
        var named = await OpenAsync(town, county);
        await using var db = town.Test.NewDb();
        var open = await db.MassEvents.AsNoTracking().FirstAsync(e => e.Id == named, Ct);
        await town.RunAsync<CloseEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Outcome.Solved, Ct));
        await Outbox.DrainAsync(town.Test);

        // Whoever joins it read it before it was closed.
        var it = (await AppealCase.LoadAsync(db, late.Appeal, Ct))!;
        Assert.Null(it.Appeal.JoinEvent(open, it.Reports, new Hand(county.Person, county.Client, county.Posts, town.Test.Clock.GetUtcNow().UtcDateTime), town.Test.Services.GetRequiredService<RuleBook>().For(it.Appeal.Path)));
        await db.SaveChangesAsync(Ct);
        for (var i = 0; i < 2; i++)
            await Outbox.DrainAsync(town.Test);

        Assert.Equal((Stage.FollowingUp, Outcome.Solved), ((await town.CaseAsync(late.Appeal)).Appeal.Stage, (await town.CaseAsync(late.Appeal)).Appeal.Outcome));
    }

    private static async Task AgainAsync(Town town)
    {
        await using (var db = town.Test.NewDb())
        {
            Assert.NotEqual(0, await db.Outbox.Where(m => m.Kind == "close-event").ExecuteUpdateAsync(m => m.SetProperty(x => x.DoneAt, (DateTime?)null).SetProperty(x => x.DueAt, DateTime.UnixEpoch), Ct));
        }

        await Outbox.DrainAsync(town.Test);
    }

    private static Task<Viewer> CountyAsync(Town town) => town.AsAsync(Role.CountyCentre, SmallCity.County);

    private static Task<MassEventId> OpenAsync(Town town, Viewer viewer) =>
        town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(viewer, "大风停电", SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));

    private static Task<EventView> ReadAsync(Town town, Viewer viewer, MassEventId named) => town.RunAsync<ReadEvent, EventView>(u => u.RunAsync(viewer, named, null, Ct));
}
