using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Timing;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Who reported the same keeps the limits that the law gives to them, whichever appeal it is worked on in.</summary>
[Trait("Spec", "D-02")]
public sealed class JoinedLimitsTests
{
    private const string Accept = "petition-accept-complaint";
    private const string Answer = "petition-answer-complaint";

    private static readonly Submission Complaint = Town.Noise() with { CategoryCode = "C2" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Merged_they_run_on_and_end_with_what_the_other_comes_to(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = await TwoAsync(town);
        await MergeAsync(town, other.Appeal, master.Appeal);
        var standing = (await town.CaseAsync(other.Appeal)).Appeal.Clocks;
        Assert.All(standing.Where(c => c.Runs && c.Kind != ClockKind.Statutory), c => Assert.NotNull(c.StoppedAt));
        Assert.Equal([Accept, Answer], Running(standing));
        Assert.All(standing.Where(c => c.Kind == ClockKind.Statutory), c => Assert.True(c is { StoppedAt: null, WakeAt: not null }));

        var village = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(village, master.Appeal, null, Ct));
        Assert.Equal([Answer], await RunningAsync(town, other.Appeal));
        await AnswerAsync(town, master.Appeal);

        var clocks = (await town.CaseAsync(other.Appeal)).Appeal.Clocks.Where(c => c.Kind == ClockKind.Statutory).ToList();
        Assert.All(clocks, c => Assert.True(c is { MetAt: not null, MissedAt: null }));
        Assert.Equal((await town.CaseAsync(master.Appeal)).Appeal.ClosedAt, clocks[1].MetAt);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task Parted_again_what_answered_the_other_has_answered_nothing_here(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = await TwoAsync(town);
        var before = Laws(await town.CaseAsync(other.Appeal));
        await MergeAsync(town, other.Appeal, master.Appeal);
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), master.Appeal, null, Ct));
        await AnswerAsync(town, master.Appeal);
        Assert.Empty(await RunningAsync(town, other.Appeal));

        await town.RunAsync<UnmergeAppeal, StepDone>(async u => await u.RunAsync(await CentreAsync(town), other.Appeal, null, Ct));

        Assert.Equal(before, Laws(await town.CaseAsync(other.Appeal)));
        Assert.All((await town.CaseAsync(other.Appeal)).Appeal.Clocks.Where(c => c.Kind == ClockKind.Statutory), c => Assert.NotNull(c.WakeAt));

        static List<(string, DateTime, bool)> Laws(Minqing.Storage.Appeals.AppealCase it) =>
            [.. it.Appeal.Clocks.Where(c => c.Kind == ClockKind.Statutory).Select(c => (c.Rule.Id, c.DueAt, c.Runs))];
    }

    [Theory, OnBothDatabases]
    public async Task Who_withdraws_ends_only_their_own(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = await TwoAsync(town);
        await MergeAsync(town, other.Appeal, master.Appeal);

        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(other.Receipt.Number, other.Receipt.QueryCode, null, null, Ct));

        Assert.Empty(await RunningAsync(town, other.Appeal));
        Assert.Equal([Accept, Answer], await RunningAsync(town, master.Appeal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-04")]
    public async Task More_time_by_the_law_is_granted_by_the_county_to_all_who_reported_it_and_through_a_chain(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (other, second) = await TwoAsync(town);
        town.Pass(TimeSpan.FromDays(1));
        var master = await town.ReportAsync(Complaint with { Phone = "13800007777" });
        await MergeAsync(town, other.Appeal, second.Appeal);
        await MergeAsync(town, second.Appeal, master.Appeal);
        var due = await DueAsync(town, other.Appeal);
        var village = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(village, master.Appeal, null, Ct));
        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(village, master.Appeal, 20, "涉及三家单位，还要鉴定。", true, null, Ct));
        Assert.IsType<StepNotYours>(await town.RefusedAsync<GrantExtension, StepDone>(async u => await u.RunAsync(await CentreAsync(town), master.Appeal, null, null, Ct)));
        await town.RunAsync<GrantExtension, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), master.Appeal, null, null, Ct));

        Assert.Equal(due.AddDays(20), await DueAsync(town, other.Appeal));
        Assert.Equal(due.AddDays(21), await DueAsync(town, master.Appeal));
        Assert.Equal([Answer], await RunningAsync(town, other.Appeal));
        Assert.Contains((await town.CourseAsync(other.Receipt)).Story, e => e.Step == "law-followed" && e.Fact<ClockExtended>()?.DueAt == due.AddDays(20));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task What_is_no_petition_itself_is_under_the_law_of_any_that_went_into_it_as_long_as_one_is_there(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, first) = (await town.ReportAsync(), await town.ReportAsync(Complaint with { Phone = "13800005678" }));
        town.Pass(TimeSpan.FromDays(1));
        var second = await town.ReportAsync(Complaint with { Phone = "13800009999" });
        var (due, later) = (await DueAsync(town, first.Appeal), await DueAsync(town, second.Appeal));
        Assert.Empty(await RunningAsync(town, master.Appeal));

        await MergeAsync(town, second.Appeal, master.Appeal);
        Assert.Equal([Accept, Answer], await RunningAsync(town, master.Appeal));
        await MergeAsync(town, first.Appeal, master.Appeal);
        Assert.Equal((later, due), (await DueAsync(town, master.Appeal), await DueAsync(town, first.Appeal)));
        // Who parts takes the law along only where nobody else had brought it.
        await town.RunAsync<UnmergeAppeal, StepDone>(async u => await u.RunAsync(await CentreAsync(town), second.Appeal, null, Ct));
        Assert.Equal([Accept, Answer], await RunningAsync(town, master.Appeal));
        Assert.Equal([Accept, Answer], await RunningAsync(town, second.Appeal));

        var village = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(village, master.Appeal, null, Ct));
        Assert.Equal([Answer], await RunningAsync(town, master.Appeal));
        Assert.Equal([Answer], await RunningAsync(town, first.Appeal));
        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(village, master.Appeal, 20, "还要鉴定。", true, null, Ct));
        await town.RunAsync<GrantExtension, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), master.Appeal, null, null, Ct));
        Assert.Equal(due.AddDays(20), await DueAsync(town, first.Appeal));

        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(first.Receipt.Number, first.Receipt.QueryCode, null, null, Ct));
        Assert.Empty(await RunningAsync(town, master.Appeal));
        Assert.Equal([Accept, Answer], await RunningAsync(town, second.Appeal));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task Through_a_chain_the_law_goes_along_and_is_gone_with_what_brought_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, between, petition) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Complaint with { Phone = "13800009999" }));
        await MergeAsync(town, petition.Appeal, between.Appeal);
        await MergeAsync(town, between.Appeal, master.Appeal);
        Assert.Equal([Accept, Answer], await RunningAsync(town, master.Appeal));

        // Seen as a complaint itself, it is under the law from its own receipt, and of the other's nothing runs beside it.
        await town.RunAsync<ReclassifyAppeal, StepDone>(async u => await u.RunAsync(await CentreAsync(town), master.Appeal, "C2", Grade.Ordinary, Urgency.Normal, "是投诉", null, Ct));
        Assert.Equal(2, (await RunningAsync(town, master.Appeal)).Count());
        Assert.All((await town.CaseAsync(master.Appeal)).Appeal.Clocks.Where(c => c is { Kind: ClockKind.Statutory, Runs: true }), c => Assert.Null(c.Rule.Carried));

        await town.RunAsync<UnmergeAppeal, StepDone>(async u => await u.RunAsync(await CentreAsync(town), petition.Appeal, null, Ct));
        Assert.Empty(await RunningAsync(town, between.Appeal));
        Assert.Equal([Accept, Answer], await RunningAsync(town, petition.Appeal));
        await town.SoundAsync();
    }

    private static async Task<((Receipt Receipt, AppealId Appeal) Master, (Receipt Receipt, AppealId Appeal) Other)> TwoAsync(Town town) =>
        (await town.ReportAsync(Complaint), await town.ReportAsync(Complaint with { Phone = "13800005678" }));

    private static Task<Minqing.App.People.Viewer> CentreAsync(Town town) => town.AsAsync(Role.TownCentre, SmallCity.Town);

    private static Task<StepDone> MergeAsync(Town town, AppealId id, AppealId into) =>
        town.RunAsync<MergeAppeals, StepDone>(async u => await u.RunAsync(await CentreAsync(town), id, into.Value, null, null, Ct));

    private static async Task AnswerAsync(Town town, AppealId id)
    {
        var village = await town.SecretaryAsync();
        foreach (var report in (await town.CaseAsync(id)).Reports)
            await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(village, id, report.Id, CallOutcome.Reached, "说清楚了", null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(village, id, new("已当面说明，请您放心。", "上门说明", Outcome.Explained), null, Ct));
        await town.RunAsync<PassCheck, StepDone>(async u => await u.RunAsync(await CentreAsync(town), id, Outcome.Explained, null, Ct));
    }

    private static async Task<DateTime> DueAsync(Town town, AppealId id) =>
        (await town.CaseAsync(id)).Appeal.Clocks.Single(c => c is { Kind: ClockKind.Statutory, Runs: true, Rule.Id: Answer }).DueAt;

    private static async Task<IEnumerable<string>> RunningAsync(Town town, AppealId id) => Running((await town.CaseAsync(id)).Appeal.Clocks);

    private static IEnumerable<string> Running(IEnumerable<Clock> clocks) => clocks.Where(c => c is { Kind: ClockKind.Statutory, Runs: true }).Select(c => c.Rule.Id);
}
