using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class JourneyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-13")]
    public async Task A_receipt_says_number_code_and_what_happens_by_when(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);

        var (receipt, _) = await town.ReportAsync();

        Assert.NotNull(ReportNumber.Parse(receipt.Number));
        Assert.Equal(6, receipt.QueryCode.Length);
        Assert.Equal(["first-call", "solve"], receipt.Promises.Select(p => p.Kind));
        Assert.Equal(new DateTime(2026, 3, 2, 2, 30, 0, DateTimeKind.Utc), receipt.Promises[0].DueAt);
        Assert.Equal(new DateTime(2026, 3, 5, 15, 59, 59, 999, DateTimeKind.Utc), receipt.Promises[1].DueAt);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-01")]
    [Trait("Spec", "H-20")]
    [Trait("Spec", "H-24")]
    public async Task What_the_village_solves_is_called_signed_finished_checked_and_settled(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        Assert.Equal(id, Assert.Single((await town.ListAsync(secretary)).Page.Rows).Appeal);

        await town.RunAsync<TakeAppeal, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, "马上去看", null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("冷库已加装隔音棉，夜间不再响。", "上门协调店主", Outcome.Solved), null, Ct));
        await town.RunAsync<PassCheck, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), id, null, null, Ct));
        var done = await town.RunAsync<RecordFollowUp, StepDone>(
            async u => await u.RunAsync(await town.AsAsync(Role.FollowUpDesk, SmallCity.County), id, null, new(CallOutcome.Reached, 1, 1, 2, true, "现在安静了"), null, Ct));

        Assert.Equal(Stage.Settled, done.Stage);
        var course = await town.CourseAsync(receipt);
        Assert.Equal(Outcome.Solved, course.Appeal.Outcome);
        Assert.Equal(
            ["receive", "accept", "take", "record-call", "sign", "finish", "pass-check", "follow-up", "follow-up"],
            course.Story.Select(s => s.Step));
        Assert.Empty((await town.ListAsync(secretary)).Page.Rows);
        Assert.All(course.Appeal.Clocks, c => Assert.NotNull(c.MetAt ?? c.EndedAt));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    public async Task What_the_village_cannot_solve_goes_up_and_the_town_leads_once_it_takes_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        await town.RunAsync<RaiseAppeal, StepDone>(u => u.RunAsync(secretary, id, "超出村级职责", "已上门两次", null, null, Ct));
        Assert.Equal(1, (await town.CaseAsync(id)).Appeal.Level);
        await town.RunAsync<AcceptRaised, StepDone>(u => u.RunAsync(centre, id, null, Ct));

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((2, Grade.Larger), (appeal.Level, appeal.Grade));
        Assert.Single(appeal.Orders, o => o.Open && o.Role == OrderRole.Lead);
        Assert.IsType<StepNotYours>(await town.RefusedAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("好了", "去过", Outcome.Solved), null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task The_second_of_two_is_told_what_the_first_did(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var police = await town.AsAsync(Role.VillagePolice, SmallCity.Village);
        var seen = Seen.Of(await town.CaseAsync(id));
        await town.RunAsync<TakeAppeal, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, seen, Ct));

        var problem = await town.RefusedAsync<TakeAppeal, StepDone>(u => u.RunAsync(police, id, seen, Ct));

        Assert.Equal("village-secretary", Assert.IsType<ChangedMeanwhile>(problem).Role);
    }
}
