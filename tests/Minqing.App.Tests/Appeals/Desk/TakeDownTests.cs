using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Merging;
using Minqing.App.Kernel.Limiting;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Desk;

/// <summary>What staff take down for others, and what the desk may look up.</summary>
public sealed class TakeDownTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task A_call_becomes_a_report_that_says_who_took_it_down_and_what_was_suggested(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var desk = await DeskAsync(town);

        var report = await TakenAsync(town, desk, Town.Noise() with { Channel = Channel.Hotline, CategoryCode = "C4" });

        Assert.Equal((Channel.Hotline, desk.Person, "C4", "A3", null), (report.Channel, report.TakenDownBy, report.Category, report.Suggested, report.Consent));
        Assert.Equal("第一网格 红卫社区 3 号楼", report.Address);
        await using var db = town.Test.NewDb();
        var entry = await db.Journal.AsNoTracking().OrderBy(j => j.Seq).FirstAsync(j => j.SubjectId == report.Id.Value, Ct);
        Assert.Equal("county-centre", Facts.Step(Facts.Parse(entry.Body)).By.Actor.Role);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    [Trait("Spec", "I-32")]
    public async Task The_same_as_what_is_running_becomes_another_reporter_of_it_with_a_receipt_of_their_own(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((first, running), desk, said) = (await town.ReportAsync(), await DeskAsync(town), Town.Noise("13800005678") with { Channel = Channel.Hotline });

        var joined = await town.RunAsync<TakeDownJoined, TakenDown>(u => u.RunAsync(desk, "call-1", said, running.Value, Ct));
        var again = await town.RunAsync<TakeDownJoined, TakenDown>(u => u.RunAsync(desk, "call-1", said, running.Value, Ct));

        Assert.Equal((null, null, joined.Receipt.Number), (joined.NotJoined, again.NotJoined, again.Receipt.Number));
        Assert.NotEqual(first.Number, joined.Receipt.Number);
        Assert.Equal([first.Number, joined.Receipt.Number], (await town.CaseAsync(running)).Reports.Select(r => r.Number));
        Assert.Equal(running, (await town.CourseAsync(joined.Receipt)).Appeal.Id);

        // What cannot be joined is taken down all the same, and the desk is told why.
        var alone = await town.RunAsync<TakeDownJoined, TakenDown>(u => u.RunAsync(desk, "call-2", said, Guid.CreateVersion7(), Ct));
        Assert.IsType<NoSuchMaster>(alone.NotJoined);
        Assert.Equal(Stage.Handling, (await town.CourseAsync(alone.Receipt)).Appeal.Stage);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-21")]
    public async Task Whoever_speaks_for_somebody_says_how_they_agreed(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var secretary = await town.SecretaryAsync();
        var said = Town.Noise() with { Channel = Channel.HomeVisit };

        var refused = await town.RefusedAsync<TakeDownFor, Receipt>(u => u.RunAsync(secretary, "visit-1", said, Ct));
        var report = await TakenAsync(town, secretary, said with { Consent = Consent.Oral }, "visit-1");
        var again = await TakenAsync(town, secretary, said with { Consent = Consent.Oral }, "visit-1");

        Assert.IsType<ConsentMissing>(refused);
        Assert.Equal((Consent.Oral, secretary.Person, Channel.HomeVisit, report.Number), (report.Consent!.Value, report.TakenDownBy, report.Channel, again.Number));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Nobody_takes_down_elsewhere_or_in_a_way_that_is_not_theirs(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, head, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownHead, SmallCity.Town), await town.AsAsync(Role.TownCentre, "620402101000"));

        Assert.IsType<TakingDownNotForYou>(await RefusedAsync(secretary, Channel.Hotline));
        Assert.IsType<TakingDownNotForYou>(await RefusedAsync(secretary, Channel.Code));
        Assert.IsType<TakingDownNotForYou>(await RefusedAsync(head, Channel.Window));
        Assert.IsType<NotYourPlace>(await RefusedAsync(centre, Channel.Hotline));

        Task<Problem> RefusedAsync(Viewer viewer, Channel channel) =>
            town.RefusedAsync<TakeDownFor, Receipt>(u => u.RunAsync(viewer, "k", Town.Noise() with { Channel = channel, Consent = Consent.Oral }, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-22")]
    public async Task What_is_put_right_on_a_round_is_checked_by_somebody_else_and_then_settled(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var seen = new Submission(null, SmallCity.Grid, "楼道里堆了纸箱", "13800001234", "王秀兰", CategoryCode: "C4", Channel: Channel.Patrol) { DoneOnSpot = "已请住户当场搬走" };

        var report = await TakenAsync(town, secretary, seen);
        var before = await town.CaseAsync(report.Appeal);
        await town.RunAsync<PassCheck, StepDone>(u => u.RunAsync(centre, report.Appeal, null, null, Ct));
        var after = await town.CaseAsync(report.Appeal);

        Assert.Equal((Stage.Checking, secretary.Person, 0, false), (before.Appeal.Stage, before.Appeal.Rounds[0].SubmittedBy!.Value, report.Calls.Count, report.HasPhone));
        Assert.DoesNotContain(before.Main.Clocks, c => c.Kind == ClockKind.FirstCall);
        Assert.Equal((Stage.Settled, Outcome.Solved), (after.Appeal.Stage, after.Appeal.Outcome!.Value));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-22")]
    [Trait("Spec", "P-12")]
    public async Task What_is_put_right_on_a_round_is_not_checked_by_whom_it_is_about(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var seen = new Submission(null, SmallCity.Grid, "镇里的车堵了门", CategoryCode: "C4", Channel: Channel.Patrol) { DoneOnSpot = "请司机开走了", AboutUnit = centre.Posts[0].Unit.Value };

        var report = await TakenAsync(town, secretary, seen);

        Assert.Equal((await town.AsAsync(Role.CountyCentre, SmallCity.County)).Posts[0].Unit, (await town.CaseAsync(report.Appeal)).Appeal.Rounds[0].Checker);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-22")]
    public async Task Photos_that_the_category_asks_for_are_asked_for_on_a_round_too(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var secretary = await town.SecretaryAsync();

        var refused = await town.RefusedAsync<TakeDownFor, Receipt>(u => u.RunAsync(secretary, "k", new Submission(null, SmallCity.Grid, "井盖松了", CategoryCode: "A3", Channel: Channel.Patrol) { DoneOnSpot = "拧紧了" }, Ct));

        Assert.Equal(new EvidenceMissing(0, 1), refused);
        await using var db = town.Test.NewDb();
        Assert.Equal((0, 0), (await db.Reports.CountAsync(Ct), await db.Vault.CountAsync(Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    [Trait("Spec", "P-12")]
    public async Task A_callers_earlier_reports_are_found_masked_and_the_caller_can_read_of_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, appeal) = await town.ReportAsync();
        await town.ReportAsync(Town.Noise() with { KeepIdentity = true, Text = "不要让人知道是我" });
        await town.ReportAsync(Town.Noise("13900005678"));
        var desk = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        var found = await FindAsync(town, desk);
        await FindAsync(town, desk);

        var one = Assert.Single(found);
        Assert.Equal((appeal, "王**", "楼下蛋糕店的冷库整夜响，睡不着。"), (one.Appeal, one.Name, one.Words));
        Assert.DoesNotContain("1380000", one.ToString(), StringComparison.Ordinal);
        var openings = await town.RunAsync<ListOpenings, IReadOnlyList<Opening>>(u => u.RunAsync(receipt.Number, receipt.QueryCode, Ct));
        Assert.Equal([(OpeningPurpose.Desk, "town-centre")], openings.Select(o => (o.Purpose, o.Role)));
        Assert.Equal(2, (await FindAsync(town, await DeskAsync(town))).Count);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Only_the_desk_looks_callers_up_and_only_in_its_area(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var secretary = await town.SecretaryAsync();

        Assert.IsType<CallersNotForYou>(await town.RefusedAsync<FindCaller, IReadOnlyList<EarlierReport>>(u => u.RunAsync(secretary, "13800001234", Ct)));
        Assert.Empty(await FindAsync(town, await town.AsAsync(Role.TownCentre, "620402101000")));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task Nobody_goes_through_a_list_of_numbers(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (desk, other) = (await DeskAsync(town), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        for (var no = 0; no < 60; no++)
        {
            await FindAsync(town, desk, $"139{no:00000000}");
        }

        await FindAsync(town, desk, "13900000007"); // typed on: the same number counts once
        var refused = await town.RefusedAsync<FindCaller, IReadOnlyList<EarlierReport>>(u => u.RunAsync(desk, "13800001234", Ct));
        await FindAsync(town, other);
        town.Pass(TimeSpan.FromMinutes(10));

        Assert.IsType<TooManyRequests>(refused);
        Assert.Empty(await FindAsync(town, desk));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task The_preview_says_what_taking_it_down_then_does_and_stores_nothing(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var desk = await DeskAsync(town);

        var preview = await town.Test.RunAsync<PreviewDispatch, Result<DispatchPreview>>(u => u.RunAsync(desk, null, SmallCity.Grid, "C4", Ct));
        await using var db = town.Test.NewDb();
        var stored = await db.Reports.CountAsync(Ct) + await db.Vault.CountAsync(Ct) + await db.Journal.CountAsync(j => j.SubjectKind == SubjectKind.Appeal, Ct);
        var report = await TakenAsync(town, desk, Town.Noise() with { Channel = Channel.Hotline, CategoryCode = "C4" });

        var made = await town.CaseAsync(report.Appeal);
        Assert.Equal(0, stored);
        Assert.Equal(("村201", 3), (preview.Value.Unit, preview.Value.Callers.Count));
        Assert.Equal(made.Main.Clocks.Concat(made.Appeal.Clocks).Select(c => (c.Kind, c.DueAt)).Order(), preview.Value.Clocks.Select(c => (c.Kind, c.DueAt)).Order());
    }

    [Fact]
    [Trait("Spec", "I-20")]
    public void A_category_is_suggested_by_the_words_that_speak_for_it()
    {
        var profile = Profiles.Load("baiyin");

        var found = SuggestedCategory.Of(profile, "小区东门的井盖坏了，下水道也堵塞");

        Assert.Equal(("A3", "井盖 下水道 堵塞"), (found!.Category.Code, string.Join(' ', found.Words)));
        Assert.Null(SuggestedCategory.Of(profile, "今天天气很好"));
        foreach (var (words, code) in new[] { ("隔壁老人说活不下去了，手里有农药", "R26"), ("她又被家暴，孩子在哭", "R02"), ("学校里有人校园欺凌", "R27") })
        {
            Assert.Equal((code, Urgency.LifeThreatening), (SuggestedCategory.Of(profile, words)!.Category.Code, SuggestedCategory.Of(profile, words)!.Category.Urgency));
        }
    }

    private static Task<Viewer> DeskAsync(Town town) => town.AsAsync(Role.CountyCentre, SmallCity.County);

    private static async Task<Report> TakenAsync(Town town, Viewer viewer, Submission said, string? key = null)
    {
        var receipt = await town.RunAsync<TakeDownFor, Receipt>(u => u.RunAsync(viewer, key ?? Guid.NewGuid().ToString(), said, Ct));
        await using var db = town.Test.NewDb();
        return await db.Reports.AsNoTracking().SingleAsync(r => r.Number == receipt.Number, Ct);
    }

    private static Task<IReadOnlyList<EarlierReport>> FindAsync(Town town, Viewer viewer, string phone = "138 0000 1234") =>
        town.RunAsync<FindCaller, IReadOnlyList<EarlierReport>>(u => u.RunAsync(viewer, phone, Ct));
}
