using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Merging;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>Two reports of the same matter become one case of work, and two again (I-32).</summary>
[Trait("Spec", "I-32")]
public sealed class MergeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Each_reporter_is_called_told_and_asked_in_the_one_that_goes_on(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var (centre, secretary) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.SecretaryAsync());
        Assert.Equal(master.Appeal, Assert.Single(await town.RunAsync<ListMergeCandidates, IReadOnlyList<MergeCandidate>>(u => u.RunAsync(centre, other.Appeal, Ct))).Appeal);
        await MergeAsync(town, centre, other.Appeal, master.Appeal);

        var it = await town.CaseAsync(master.Appeal);
        Assert.Equal(2, it.Reports.Count);
        Assert.All(it.Reports.SelectMany(r => r.Turns), t => Assert.Equal(master.Appeal, t.Appeal));
        Assert.DoesNotContain(other.Appeal, (await town.ListAsync(secretary)).Page.Rows.Select(r => r.Appeal));
        foreach (var report in it.Reports)
            await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, master.Appeal, report.Id, CallOutcome.Reached, "说好了", null, Ct));
        await SolveAsync(town, master.Appeal);
        await RateAsync(town, master.Receipt);
        Assert.Equal(Stage.FollowingUp, (await town.CourseAsync(other.Receipt)).Appeal.Stage);
        await RateAsync(town, other.Receipt);

        Assert.Equal((Stage.Settled, master.Appeal), ((await town.CourseAsync(other.Receipt)).Appeal.Stage, (await town.CourseAsync(other.Receipt)).Appeal.Id));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    public async Task Parted_from_one_of_a_mass_event_its_reporter_is_called_after_all(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var (county, secretary) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.SecretaryAsync());
        await MergeAsync(town, county, other.Appeal, master.Appeal);
        var named = await town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "大风停电", SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));
        await town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(county, master.Appeal, named, null, Ct));
        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(county, other.Appeal, null, Ct));

        Assert.Equal([other.Appeal], (await town.ListAsync(secretary)).Page.Rows.Where(r => r.Kind == TurnKind.FirstCall).Select(r => r.Appeal));
        await town.CalledAsync(other.Appeal);
        Assert.DoesNotContain((await town.ListAsync(secretary)).Page.Rows, r => r.Kind == TurnKind.FirstCall);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Unmerged_it_is_as_before_also_after_the_other_has_moved_on(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var (centre, secretary) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.SecretaryAsync());
        var before = await town.CaseAsync(other.Appeal);
        await MergeAsync(town, centre, other.Appeal, master.Appeal);
        foreach (var report in (await town.CaseAsync(master.Appeal)).Reports)
            await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, master.Appeal, report.Id, CallOutcome.Reached, "说好了", null, Ct));
        await SolveAsync(town, master.Appeal);

        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, other.Appeal, null, Ct));

        var (parted, left) = (await town.CaseAsync(other.Appeal), await town.CaseAsync(master.Appeal));
        Assert.Equal((before.Appeal.Stage, before.Appeal.Lead, before.Appeal.Round), (parted.Appeal.Stage, parted.Appeal.Lead, parted.Appeal.Round));
        Assert.Equal(before.Appeal.Turns.Select(t => (t.Key, t.Kind)), parted.Appeal.Turns.Select(t => (t.Key, t.Kind)));
        Assert.Equal((Stage.FollowingUp, 1), (left.Appeal.Stage, left.Reports.Count));
        Assert.Equal((other.Appeal, Stage.Handling), ((await town.CourseAsync(other.Receipt)).Appeal.Id, (await town.CourseAsync(other.Receipt)).Appeal.Stage));
        await town.RunAsync<UrgeReport, StepDone>(u => u.RunAsync(other.Receipt.Number, other.Receipt.QueryCode, null, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task What_went_through_another_leaves_with_it_and_comes_back_by_itself(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (first, second, third) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")), await town.ReportAsync(Town.Noise("13800009999")));
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await MergeAsync(town, centre, first.Appeal, second.Appeal);
        await MergeAsync(town, centre, second.Appeal, third.Appeal);
        Assert.Equal(3, (await town.CaseAsync(third.Appeal)).Reports.Count);

        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, first.Appeal, null, Ct));
        Assert.Equal((1, 1, 2), await CountsAsync());
        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, second.Appeal, null, Ct));

        Assert.Equal((1, 1, 1), await CountsAsync());
        Assert.Equal(first.Appeal, (await town.CourseAsync(first.Receipt)).Appeal.Id);

        async Task<(int, int, int)> CountsAsync() =>
            ((await town.CaseAsync(first.Appeal)).Reports.Count, (await town.CaseAsync(second.Appeal)).Reports.Count, (await town.CaseAsync(third.Appeal)).Reports.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Across_areas_only_those_join_who_stand_over_both(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (here, there) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678") with { RegionCode = SmallCity.OtherVillage + "001" }));
        var (centre, county) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        Assert.IsType<NoSuchMaster>(await town.RefusedAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, here.Appeal, there.Appeal.Value, null, null, Ct)));
        Assert.IsType<MergeWithItself>(await town.RefusedAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, here.Appeal, here.Appeal.Value, null, null, Ct)));
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(county, here.Appeal, null, there.Receipt.Number, null, Ct));

        await using var db = town.Test.NewDb();
        Assert.Equal(there.Appeal, (await db.Reports.SingleAsync(r => r.Number == here.Receipt.Number, Ct)).Worked);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Whom_it_is_about_does_not_read_it_in_another_into_which_it_goes(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (master, other) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800005678")));
        var (county, centre) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var unit = centre.Posts[0].Unit;
        await NameAsync(other.Appeal);

        Assert.IsType<TargetNotNamedThere>(await town.RefusedAsync<MergeAppeals, StepDone>(u => u.RunAsync(county, other.Appeal, master.Appeal.Value, null, null, Ct)));
        Assert.Single((await town.CaseAsync(master.Appeal)).Reports);
        await NameAsync(master.Appeal);
        await MergeAsync(town, county, other.Appeal, master.Appeal);

        Assert.IsType<NoSuchAppeal>(await town.RefusedAsync<ReadAppeal, AppealView>(u => u.RunAsync(centre, master.Appeal, Ct)));

        Task<StepDone> NameAsync(AppealId appeal) => town.RunAsync<NameTarget, StepDone>(u => u.RunAsync(county, appeal, unit.Value, null, null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-33")]
    public async Task What_it_may_go_into_is_offered_without_personal_data(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync(Town.Noise() with { Text = "冷库整夜响，我的电话13912345678" });
        var (_, other) = await town.ReportAsync(Town.Noise("13800005678"));

        var offered = await town.RunAsync<ListMergeCandidates, IReadOnlyList<MergeCandidate>>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), other, Ct));

        Assert.Equal("冷库整夜响，我的电话***********", Assert.Single(offered).Words);
    }

    private static Task<StepDone> MergeAsync(Town town, Viewer viewer, AppealId id, AppealId into) =>
        town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(viewer, id, into.Value, null, null, Ct));

    private static Task<StepDone> RateAsync(Town town, Receipt receipt) =>
        town.RunAsync<RateReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, new Rated(CallOutcome.Reached, 1, 1, 1), null, Ct));

    private static async Task SolveAsync(Town town, AppealId id)
    {
        await town.SignedAsync(id);
        await town.FinishedAsync(id);
    }
}
