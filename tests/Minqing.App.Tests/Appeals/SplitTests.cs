using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Splitting;
using Minqing.App.People;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>One report that tells of two matters becomes two appeals: one receipt, a part for each (I-34).</summary>
[Trait("Spec", "I-34")]
public sealed class SplitTests
{
    private const string Noise = "楼下蛋糕店的冷库整夜响，睡不着。";
    private const string Light = "门口的路灯也不亮";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Each_part_has_its_own_words_category_lead_and_limits_under_one_number(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await ReportAsync(town);
        town.Pass(TimeSpan.FromHours(2));

        var part = await SplitAsync(town, first);

        var (whole, own) = (await town.CaseAsync(first), await town.CaseAsync(part));
        Assert.Equal((Stage.Handling, "A2", 1, first, whole.Appeal.ReceivedAt), (own.Appeal.Stage, own.Appeal.Category, own.Appeal.Level, own.Appeal.SplitFrom, own.Appeal.ReceivedAt));
        Assert.Equal((Noise, Light), (await WordsAsync(town, whole.Appeal), await WordsAsync(town, own.Appeal)));
        Assert.Equal([ClockKind.Sign, ClockKind.Handle], own.Appeal.Clocks.Where(c => c.Runs).Select(c => c.Kind));
        Assert.InRange(own.Appeal.Clocks[0].StartAt - whole.Appeal.Clocks[0].StartAt, TimeSpan.FromHours(2), TimeSpan.FromHours(2.1));
        Assert.Equal(Assert.Single(whole.Reports).Id, Assert.Single(own.Reports).Id);
        var course = await town.CourseAsync(receipt);
        Assert.Equal([(1, first), (2, part)], course.Parts.Select(p => (p.No, p.Appeal.Id)));
        Assert.Equal((first, part), (course.Appeal.Id, (await CourseAsync(town, receipt, 2)).Appeal.Id));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    public async Task Each_part_is_followed_up_rated_and_taken_up_again_by_itself(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await ReportAsync(town);
        var part = await SplitAsync(town, first);
        await town.CalledAsync(first);
        await SolveAsync(town, first);
        await SolveAsync(town, part);

        await town.RunAsync<RecordFollowUp, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.FollowUpDesk, SmallCity.County), first, null, new(CallOutcome.Reached, 1, 1, 1), null, Ct));
        Assert.Equal((Stage.Settled, Stage.FollowingUp), await StagesAsync(town, first, part));
        await town.RunAsync<RateReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, new(CallOutcome.Reached, 5, 5, 5), null, 2, Ct));
        Assert.Equal((Stage.Settled, Stage.Handling), await StagesAsync(town, first, part));
        await town.RunAsync<AskReopen, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, 1, Ct));

        var (one, two) = (await CourseAsync(town, receipt, 1), await CourseAsync(town, receipt, 2));
        Assert.Equal((2, RoundReason.ReporterRequest, 2, RoundReason.Rectify), (one.Appeal.Round, one.Appeal.Rounds[1].Reason, two.Appeal.Round, two.Appeal.Rounds[1].Reason));
        Assert.Equal([1], Ratings(one));
        Assert.Equal([5], Ratings(two));
        await SolveAsync(town, part);
        Assert.False(two.Report.ReopenNeedsReason((await town.CaseAsync(part)).Appeal));
        Assert.Equal(new NoSuchPart(), await town.RefusedAsync<RateReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, new(CallOutcome.Reached, 1, 1, 1), null, 3, Ct)));
        static int?[] Ratings(CourseView course) => [.. course.Story.Select(e => e.Fact<FollowedUp>()).OfType<FollowedUp>().Select(f => f.Result)];
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_reporters_own_words_are_taken_and_not_all_and_only_by_those_of_the_flow(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first) = await ReportAsync(town);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        Assert.Equal(new NotSaid(), await RefusedAsync(centre, "路灯有三盏不亮", "A2"));
        Assert.Equal(new NothingLeft(), await RefusedAsync(centre, Noise + Light, "A2"));
        Assert.Equal(new UnknownCategory("Z9"), await RefusedAsync(centre, Light, "Z9"));
        Assert.Equal(new Missing("categoryCode"), await RefusedAsync(centre, Light, null));
        Assert.Equal(new Missing("words"), await RefusedAsync(centre, " ", "A2"));
        Assert.IsType<StepNotYours>(await RefusedAsync(await town.AsAsync(Role.TownHead, SmallCity.Town), Light, "A2"));

        Task<Problem> RefusedAsync(Viewer viewer, string words, string? category) => town.RefusedAsync<SplitAppeal, StepDone>(u => u.RunAsync(viewer, first, null, words, category, null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task Of_two_who_split_it_at_once_the_second_is_told(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first) = await ReportAsync(town);
        var (centre, county) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var seen = (await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(county, first, Ct))).Seen;
        await SplitAsync(town, first);

        var refused = await town.RefusedAsync<SplitAppeal, StepDone>(u => u.RunAsync(county, first, null, Light, "A2", seen, Ct));

        Assert.Equal("split", Assert.IsType<ChangedMeanwhile>(refused).Step);
        Assert.Equal(new NotSaid(), await town.RefusedAsync<SplitAppeal, StepDone>(u => u.RunAsync(centre, first, null, Light, "A2", null, Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task Withdrawn_it_ends_with_all_its_parts_and_one_that_is_turned_down_ends_alone(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await ReportAsync(town);
        var part = await SplitAsync(town, first);
        await town.RunAsync<DeclineAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), first, SpecialRoute.OutsideDuties, "请向物业反映。", null, Ct));
        Assert.Contains((await town.CaseAsync(part)).Main.Clocks, c => c is { Kind: ClockKind.FirstCall, Runs: true });
        var another = await ReportAsync(town);
        var beside = await SplitAsync(town, another.Appeal);

        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(another.Receipt.Number, another.Receipt.QueryCode, null, null, Ct));

        Assert.Equal((Stage.Declined, Stage.Handling), await StagesAsync(town, first, part));
        Assert.Equal((Stage.Withdrawn, Stage.Withdrawn), await StagesAsync(town, another.Appeal, beside));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_part_is_kept_from_whom_it_is_about_and_from_those_who_do_not_see_sensitive_ones(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first) = await ReportAsync(town);
        var (village, county) = ((await town.CaseAsync(first)).Appeal.Lead!.Value, await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<NameTarget, StepDone>(u => u.RunAsync(county, first, village.Value, null, null, Ct));
        await town.RunAsync<RestrictAppeal, StepDone>(u => u.RunAsync(county, first, true, false, "涉及个人", null, Ct));

        var part = await SplitAsync(town, first, county);

        var own = (await town.CaseAsync(part)).Appeal;
        Assert.Equal((true, true, 2), (own.Sensitive, own.IsAbout(village), own.Level));
    }

    [Theory, OnBothDatabases]
    public async Task Those_who_handle_a_part_read_its_words_and_find_the_other(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, first) = await ReportAsync(town);
        var part = await SplitAsync(town, first);

        var view = await town.RunAsync<ReadAppeal, AppealView>(async u => await u.RunAsync(await town.SecretaryAsync(), part, Ct));

        Assert.Equal((Light, Light), (view.Words, view.WordsOf(view.Report.Words)));
        Assert.Equal([(first, 1, Stage.Handling)], view.Siblings.Select(s => (s.Appeal, s.No, s.Stage)));
    }

    [Theory, OnBothDatabases]
    public async Task Merged_back_it_is_one_matter_again_and_parted_again_it_is_two(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await ReportAsync(town);
        var part = await SplitAsync(town, first);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);

        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, part, first.Value, null, null, Ct));
        Assert.Equal(first, Assert.Single((await town.CourseAsync(receipt)).Parts).Appeal.Id);

        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, part, null, Ct));

        Assert.Equal([first, part], (await town.CourseAsync(receipt)).Parts.Select(p => p.Appeal.Id));
        Assert.Equal(first, (await town.CaseAsync(first)).Main.Worked);
    }

    [Theory, OnBothDatabases]
    public async Task Lead_and_reporter_are_told_and_every_text_names_the_part(Engine engine)
    {
        var phones = new Phones();
        await using var town = await Town.OnAsync(engine, change: services => services.AddSingleton<App.Notices.ISmsGateway>(phones));
        var (receipt, first) = await ReportAsync(town);
        var part = await SplitAsync(town, first);
        await town.CalledAsync(first);
        await SolveAsync(town, part);
        await town.RunAsync<UrgeReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, 2, Ct));
        await Outbox.DrainAsync(town.Test);

        await using var db = town.Test.NewDb();
        var secretary = (await town.SecretaryAsync()).Person;
        Assert.True(await db.Notices.AnyAsync(n => n.Kind == NoticeKind.WorkArrived && n.Appeal == part && n.Person == secretary, Ct));
        Assert.Equal([part], await db.Notices.Where(n => n.Kind == NoticeKind.Urged).Select(n => n.Appeal).Distinct().ToListAsync(Ct));
        var texts = phones.Received.Where(s => s.Phone == "13800001234").Select(s => s.Text).ToList();
        Assert.Contains(texts, t => t.Contains("不止一件", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("（第2件：水暖电气通信）的事已办结", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task The_proof_holds_after_splitting_and_merging_and_finds_a_link_that_was_cut(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, first), (_, second), (_, third)) = (await ReportAsync(town), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var part = await SplitAsync(town, first);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, part, second.Value, null, null, Ct));
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, second, third.Value, null, null, Ct));
        await using var db = town.Test.NewDb();

        var sound = await town.VerdictAsync();
        Assert.True(sound.Sound, string.Join("\n", sound.Findings));
        await db.ReportAppeals.Where(l => l.Appeal == part).ExecuteDeleteAsync(Ct);

        Assert.Contains((await town.VerdictAsync()).Findings, f => f.What == "its link to a part of it was removed");
    }

    private static Task<(Receipt Receipt, AppealId Appeal)> ReportAsync(Town town) => town.ReportAsync(Town.Noise() with { Text = Noise + Light });
    private static async Task<AppealId> SplitAsync(Town town, AppealId first, Viewer? centre = null)
    {
        var viewer = centre ?? await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await town.RunAsync<SplitAppeal, StepDone>(u => u.RunAsync(viewer, first, null, Light, "A2", null, Ct));
        await using var db = town.Test.NewDb();
        return await db.Appeals.Where(a => a.SplitFrom == first).Select(a => a.Id).SingleAsync(Ct);
    }

    private static Task<CourseView> CourseAsync(Town town, Receipt receipt, int part) => town.RunAsync<ReadCourse, CourseView>(u => u.RunAsync(receipt.Number, receipt.QueryCode, part, Ct));

    private static async Task<(Stage, Stage)> StagesAsync(Town town, AppealId first, AppealId part) => ((await town.CaseAsync(first)).Appeal.Stage, (await town.CaseAsync(part)).Appeal.Stage);

    private static async Task<string?> WordsAsync(Town town, Appeal appeal)
    {
        await using var db = town.Test.NewDb();
        return (await db.Texts.SingleAsync(t => t.Id == appeal.Words, Ct)).Words;
    }

    private static async Task SolveAsync(Town town, AppealId id)
    {
        await town.SignedAsync(id);
        await town.FinishedAsync(id, new("已经办好。", "上门处理", Outcome.Explained));
    }
}
