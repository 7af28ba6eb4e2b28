using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Lists;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Appeals;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>What is easily lost after closing: a repeated sending, two reporters at the same moment, who may find a demand unfounded.</summary>
public sealed class AfterClosingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    [Trait("Spec", "H-31")]
    public async Task A_call_and_a_call_back_sent_five_times_at_once_are_one_attempt_each(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, desk) = (await town.SecretaryAsync(), await town.AsAsync(Role.FollowUpDesk, SmallCity.County));

        var calls = await FiveTimesAsync<RecordCall>(town, u => u.RunAsync(secretary, id, null, CallOutcome.NoAnswer, "没人接", null, "key", Ct));
        await town.ClosedAsync(id);
        var asked = await FiveTimesAsync<RecordFollowUp>(town, u => u.RunAsync(desk, id, null, new(CallOutcome.NoAnswer), null, "key", Ct));

        Assert.All(calls.Concat(asked), a => Assert.Null(a.Problem));
        var it = await town.CaseAsync(id);
        Assert.Single(it.Main.Calls, c => c.Outcome == CallOutcome.NoAnswer);
        Assert.Single(it.Main.FollowUps);
        Assert.Equal(Stage.FollowingUp, it.Appeal.Stage);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-21")]
    public async Task Who_handed_a_result_in_is_not_offered_its_check_by_another_post_and_reads_why(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var both = secretary with { Posts = [.. secretary.Posts, .. centre.Posts] };
        await town.CalledAsync(id);
        await town.SignedAsync(id);
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("夜间不再响。", "上门协调", Outcome.Solved), null, Ct));

        var (own, other) = (await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(both, id, Ct)), await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(centre, id, Ct)));

        Assert.Equal(new OwnResult(), own.MayNotCheck);
        Assert.DoesNotContain(own.Open, s => s is Step.PassCheck or Step.RejectResult);
        Assert.Null(other.MayNotCheck);
        Assert.Superset(new HashSet<Step> { Step.PassCheck, Step.RejectResult }, other.Open.ToHashSet());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-24")]
    public async Task Of_two_reporters_asked_at_the_same_moment_the_later_answer_settles_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (first, second) = ((await town.CaseAsync(id)).Main.Id, await AlsoAsync(town, id));
        await town.ClosedAsync(id);
        var desk = await town.AsAsync(Role.FollowUpDesk, SmallCity.County);

        // Both read that the other has not been heard, then both save.
        var both = new Barrier(2);
        var answers = await Task.WhenAll(new[] { first, second }.Select(report => Task.Run(() => town.Test.RunAsync<Acting, Result<StepDone>>(acting =>
        {
            var met = false;
            return acting.AsStaffAsync(
                desk, id, null,
                d =>
                {
                    if (!met)
                    {
                        met = both.SignalAndWait(TimeSpan.FromSeconds(20), Ct);
                    }

                    return d.Report.FollowUp(d.Appeal, new(CallOutcome.Reached, 1, 1, 1), d.Hand, d.Rules, d.Case.Others(d.Report), d.Above);
                },
                Ct, report);
        }))));

        Assert.All(answers, a => Assert.Null(a.Problem));
        Assert.Equal(Stage.Settled, (await town.CaseAsync(id)).Appeal.Stage);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-25")]
    public async Task A_demand_is_found_unfounded_by_the_county_and_not_by_the_town(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await WorkingAsync(town, id);

        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("现场没有冷库。", "上门看过", Outcome.Unfounded, Unfounded: UnfoundedReason.UntrueAfterCheck), null, Ct));

        Assert.IsType<StepNotYours>(await town.RefusedAsync<PassCheck, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), id, null, null, Ct)));
        await town.RunAsync<PassCheck, StepDone>(u => u.RunAsync(county, id, null, null, Ct));
        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((Outcome.Unfounded, UnfoundedReason.UntrueAfterCheck), (appeal.Outcome, appeal.Rounds[^1].Unfounded));
    }

    private static async Task<ReportId> AlsoAsync(Town town, AppealId id)
    {
        var (_, other) = await town.ReportAsync();
        await using var db = town.Test.NewDb();
        var report = (await AppealCase.LoadAsync(db, other, Ct))!.Main;
        db.ReportAppeals.Add(new() { Report = report.Id, Appeal = id, Since = town.Test.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(Ct);
        await town.RunAsync<RecordCall, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, report.Id, CallOutcome.Reached, null, null, Ct));
        return report.Id;
    }

    private static async Task WorkingAsync(Town town, AppealId id)
    {
        await town.CalledAsync(id);
        await town.SignedAsync(id);
    }

    private static Task<Result<StepDone>[]> FiveTimesAsync<TUseCase>(Town town, Func<TUseCase, Task<Result<StepDone>>> run)
        where TUseCase : notnull =>
        Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => town.Test.RunAsync<TUseCase, Result<StepDone>>(run))));
}
