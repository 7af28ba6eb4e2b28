using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Merging;
using Minqing.App.People;
using Minqing.App.Supervision;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Media;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Many appeals of one event: joined, told one answer, counted apart (H-29).</summary>
[Trait("Spec", "H-29")]
public sealed class MassEventTests
{
    private const string Answer = "大风吹断了线路，正在抢修，今晚十点前恢复。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Place_category_and_time_propose_and_what_is_chosen_joins(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        town.Pass(TimeSpan.FromHours(2));
        var since = town.Test.Clock.GetUtcNow().UtcDateTime;
        var (county, one, two) = (await CountyAsync(town), await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        await town.ReportAsync(Town.Noise("13800005679") with { CategoryCode = "B1" });
        await town.ReportAsync(Town.Noise("13800005670") with { RegionCode = SmallCity.OtherVillage + "001" });
        var named = await OpenAsync(town, county, since);

        Assert.Equal([one.Appeal, two.Appeal], (await ReadAsync(town, county, named)).Proposed.Select(p => p.Appeal));
        Assert.Equal(1, (await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [one.Appeal.Value], named, Ct))).Joined);

        var view = await ReadAsync(town, county, named);
        Assert.Equal(one.Appeal, Assert.Single(view.Appeals).Appeal);
        Assert.Equal(two.Appeal, Assert.Single(view.Proposed).Appeal);
        Assert.Equal((1, 1, 1), (view.Row.Appeals, view.Row.Open, view.Row.Reports));
    }

    [Theory, OnBothDatabases]
    public async Task One_answer_is_told_to_every_reporter_once_also_to_those_who_join_later(Engine engine)
    {
        var phones = new Phones();
        await using var town = await Town.OnAsync(engine, change: services => services.AddSingleton<App.Notices.ISmsGateway>(phones));
        var (county, one, two) = (await CountyAsync(town), await town.ReportAsync(), await town.ReportAsync(Town.Noise(null)));
        var named = await OpenAsync(town, county);
        await JoinAsync(town, county, one.Appeal, named);
        await town.RunAsync<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Ct));
        await Outbox.DrainAsync(town.Test);
        await JoinAsync(town, county, two.Appeal, named);
        await Outbox.DrainAsync(town.Test);
        await Outbox.DrainAsync(town.Test);

        foreach (var (receipt, _) in new[] { one, two })
        {
            var told = Assert.Single((await town.CourseAsync(receipt)).Story, e => e.Step == "event-answer");
            Assert.Equal(Answer, told.Words(told.Fact<ReporterMessaged>()!.Words));
        }

        Assert.Single(phones.Received, s => s.Phone == "13800001234" && s.Text.Contains("给您留言", StringComparison.Ordinal));
        // Where there is no phone it is the first contact; where there is one, nobody is waited for any more.
        Assert.NotNull((await town.CaseAsync(two.Appeal)).Main.ContactedAt);
        Assert.Null((await town.CaseAsync(one.Appeal)).Main.ContactedAt);
        Assert.DoesNotContain((await town.CaseAsync(one.Appeal)).Main.Clocks, c => c.Runs);
        await using var db = town.Test.NewDb();
        Assert.Empty((await new Verification(db).RunAsync(town.Test.Settings.TreeHeads, [], Ct, town.Test.Services.GetRequiredService<MediaStore>())).Findings);
    }

    [Theory, OnBothDatabases]
    public async Task All_are_told_from_one_message_which_goes_on_behind_those_that_were(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, one, two) = (await CountyAsync(town), await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var named = await OpenAsync(town, county);
        await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [one.Appeal.Value, two.Appeal.Value], named, Ct));
        await Outbox.DrainAsync(town.Test);
        await town.RunAsync<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Ct));
        for (var i = 0; i < 2; i++)
            await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Kind == "event-answer", Ct);
        Assert.Equal([1, 1], await ToldAsync());
        await town.RunAsync<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, "已经恢复。", Ct));

        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.DoneAt, (DateTime?)null).SetProperty(x => x.DueAt, DateTime.UnixEpoch).SetProperty(x => x.Payload, message.Payload.Replace($"{Guid.Empty}", $"{one.Appeal.Value}", StringComparison.Ordinal)), Ct);
        await town.Test.Services.GetRequiredService<App.Running.DrainOutbox>().BatchAsync(town.Test.Services.GetServices<App.Running.Lane>().Single(l => l.Kind == "event-answer"), Ct);

        Assert.Equal([1, 2], await ToldAsync());

        async Task<IEnumerable<int>> ToldAsync() => [(await town.CourseAsync(one.Receipt)).Story.Count(e => e.Step == "event-answer"), (await town.CourseAsync(two.Receipt)).Story.Count(e => e.Step == "event-answer")];
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task Who_is_merged_into_one_of_it_is_told_its_answer_and_waits_for_no_call_who_is_merged_out_of_it_does(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, inside, other, outside) = (await CountyAsync(town), await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var named = await OpenAsync(town, county);
        await JoinAsync(town, county, inside.Appeal, named);
        await town.RunAsync<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Ct));
        await Outbox.DrainAsync(town.Test);
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(county, other.Appeal, inside.Appeal.Value, null, null, Ct));
        for (var i = 0; i < 2; i++)
            await Outbox.DrainAsync(town.Test);

        foreach (var (receipt, _) in new[] { inside, other })
            Assert.Single((await town.CourseAsync(receipt)).Story, e => e.Step == "event-answer" && e.About == SubjectKind.Report);
        Assert.DoesNotContain((await town.CaseAsync(inside.Appeal)).Reports.SelectMany(r => r.Clocks), c => c.Runs);

        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(county, inside.Appeal, outside.Appeal.Value, null, null, Ct));
        Assert.Equal(3, (await town.CaseAsync(outside.Appeal)).Reports.Count(r => r.Clocks.Any(c => c.Runs && c.Kind == ClockKind.FirstCall)));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task It_counts_for_no_unit(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, leader) = (await CountyAsync(town), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var (inside, outside) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        foreach (var id in new[] { inside.Appeal, outside.Appeal })
            await town.RunAsync<TransferAppeal, StepDone>(async u => await u.RunAsync(county, id, (await town.AsAsync(Role.TownCentre, SmallCity.Town)).Posts[0].Unit.Value, "镇里办", null, Ct));
        var named = await OpenAsync(town, county);
        await JoinAsync(town, county, inside.Appeal, named);
        town.Pass(TimeSpan.FromDays(30));

        var counts = await town.Test.RunAsync<CountDispatches, DispatchCounts>(u => u.RunAsync(leader, 90, Ct));
        var late = await town.Test.RunAsync<ListLate, LateList>(u => u.RunAsync(leader, null, null, Ct));

        Assert.Equal(1, counts.Given);
        Assert.Equal((1, 1), (late.Late, late.Uncalled));
        Assert.All(late.Page.Rows, r => Assert.Equal(outside.Appeal, r.Appeal));
        Assert.Equal(Concern.Group, (await town.CaseAsync(inside.Appeal)).Appeal.Concerns);
        Assert.Equal((1, 1), ((await town.RunAsync<ListEvents, EventPage>(u => u.RunAsync(leader, null, Ct))).Rows[0].Appeals, (await ReadAsync(town, leader, named)).Row.Open));
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_of_another_kind_or_of_before_joins_by_hand_either(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, before) = (await CountyAsync(town), await town.ReportAsync());
        town.Pass(TimeSpan.FromHours(2));
        var since = town.Test.Clock.GetUtcNow().UtcDateTime;
        var (fits, other) = (await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800005679") with { CategoryCode = "B1" }));
        var named = await OpenAsync(town, county, since);

        Assert.IsType<NotOfEventsKind>(await town.RefusedAsync<JoinEvent, StepDone>(u => u.RunAsync(county, other.Appeal, named, null, Ct)));
        Assert.Equal(new NotOfEventsTime((await town.CaseAsync(before.Appeal)).Appeal.ReceivedAt, since), await town.RefusedAsync<JoinEvent, StepDone>(u => u.RunAsync(county, before.Appeal, named, null, Ct)));
        Assert.IsType<NotOfEventsKind>(await town.RefusedAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [other.Appeal.Value], named, Ct)));
        var join = await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [fits.Appeal.Value, before.Appeal.Value, other.Appeal.Value], named, Ct));

        Assert.Equal(1, join.Joined);
        Assert.Equal([(before.Appeal.Value, typeof(NotOfEventsTime)), (other.Appeal.Value, typeof(NotOfEventsKind))], join.Refused.Select(r => (r.Appeal, r.Why.GetType())));
        Assert.Null((await town.CaseAsync(other.Appeal)).Appeal.Event);
        // Of a whole group of categories each of them.
        var wide = await town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "停课", SmallCity.Village, "民生保障", since, Ct));
        Assert.Equal([other.Appeal], (await ReadAsync(town, county, wide)).Proposed.Select(p => p.Appeal));
        await JoinAsync(town, county, other.Appeal, wide);
        Assert.Equal("民生保障", (await ReadAsync(town, county, wide)).Row.Category);
    }

    [Theory, OnBothDatabases]
    public async Task Only_whoever_the_flow_names_keeps_it_where_it_is_and_while_it_goes_on(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, centre) = (await CountyAsync(town), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var (here, there) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678") with { RegionCode = SmallCity.OtherVillage + "001" }));
        var named = await OpenAsync(town, county);

        Assert.IsType<NotForYou>(await town.RefusedAsync<OpenEvent, MassEventId>(u => u.RunAsync(centre, "停电", SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime, Ct)));
        Assert.IsType<EventNotYet>(await town.RefusedAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "停电", SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(1), Ct)));
        Assert.IsType<NoSuchEvent>(await town.RefusedAsync<AnswerEvent, MassEventId>(u => u.RunAsync(centre, named, Answer, Ct)));
        Assert.IsType<StepNotYours>(await town.RefusedAsync<JoinEvent, StepDone>(u => u.RunAsync(centre, here.Appeal, named, null, Ct)));
        Assert.IsType<NoSuchEvent>(await town.RefusedAsync<JoinEvent, StepDone>(u => u.RunAsync(county, there.Appeal, named, null, Ct)));
        await JoinAsync(town, county, here.Appeal, named);
        Assert.IsType<JoinedAlready>(await town.RefusedAsync<JoinEvent, StepDone>(u => u.RunAsync(county, here.Appeal, named, null, Ct)));
        await town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(county, here.Appeal, null, null, Ct));
        Assert.Null((await town.CaseAsync(here.Appeal)).Appeal.Event);
        await town.RunAsync<EndEvent, MassEventId>(u => u.RunAsync(county, named, Ct));
        Assert.IsType<EventOver>(await town.RefusedAsync<JoinEvent, StepDone>(u => u.RunAsync(county, here.Appeal, named, null, Ct)));
        Assert.IsType<EventOver>(await town.RefusedAsync<AnswerEvent, MassEventId>(u => u.RunAsync(county, named, Answer, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Whoever_leads_a_part_of_its_area_reads_the_appeals_of_that_part_alone(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, here, there) = (await CountyAsync(town), await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678") with { RegionCode = SmallCity.OtherVillage + "001" }));
        var named = await town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "大风停电", SmallCity.County, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));
        await town.RunAsync<JoinEvent, EventJoin>(u => u.RunAsync(county, [here.Appeal.Value, there.Appeal.Value], named, Ct));

        var head = await ReadAsync(town, await town.AsAsync(Role.TownHead, SmallCity.Town), named);

        Assert.Equal([here.Appeal], head.Appeals.Select(a => a.Appeal));
        Assert.Equal(2, head.Row.Appeals);
        Assert.Equal(2, (await ReadAsync(town, county, named)).Appeals.Count);
    }

    private static Task<Viewer> CountyAsync(Town town) => town.AsAsync(Role.CountyCentre, SmallCity.County);

    private static Task<MassEventId> OpenAsync(Town town, Viewer viewer, DateTime? since = null) =>
        town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(viewer, "大风停电", SmallCity.Village, "C4", since ?? town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));

    private static Task<StepDone> JoinAsync(Town town, Viewer viewer, AppealId appeal, MassEventId named) => town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(viewer, appeal, named, null, Ct));

    private static Task<EventView> ReadAsync(Town town, Viewer viewer, MassEventId named) => town.RunAsync<ReadEvent, EventView>(u => u.RunAsync(viewer, named, null, Ct));
}
