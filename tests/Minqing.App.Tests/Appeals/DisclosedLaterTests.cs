using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>What turns out to tell of officials' misconduct once it was handed in: the unit for that has it, and nobody else in whatever comes after (I-31).</summary>
[Trait("Spec", "I-31")]
public sealed class DisclosedLaterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task In_checking_it_is_taken_from_whoever_handed_it_in(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var discipline = new UnitId((await town.BureauAsync("discipline")).Unit);
        var (_, id) = await town.ReportAsync();
        await town.CalledAsync(id);
        await town.SignedAsync(id);
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("夜间不再响。", "上门协调", Outcome.Solved), null, Ct));

        await RestrictedAsync(town, id);

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((Stage.Handling, discipline, discipline), (appeal.Stage, appeal.Lead, Assert.Single(appeal.Orders, o => o.Open).Unit));
        Assert.False(secretary.Sees(appeal));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Before_its_dispatch_the_unit_for_it_leads_at_once_as_it_would_have_from_receipt(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, ReceiptTests.ScreenedWith(Step.Restrict));
        var (unit, officer) = await town.BureauAsync("discipline");
        var (_, id) = await town.ReportAsync();

        await RestrictedAsync(town, id);

        await StandsWithAsync(town, id, unit);
        await town.RunAsync<App.Appeals.Handling.SignOrder, StepDone>(u => u.RunAsync(officer, id, null, Ct));
        Assert.Equal((TurnKind.Handle, TurnKey.Of(new UnitId(unit))), (await town.CaseAsync(id)).Appeal.Turns.Select(t => (t.Kind, t.Key)).Single());
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Closed_it_is_kept_from_its_lead_and_every_further_round_stays_with_the_unit_for_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (unit, officer) = await town.BureauAsync("discipline");
        var (receipt, id) = await town.ReportAsync();
        var desk = await town.AsAsync(Role.FollowUpDesk, SmallCity.County);
        await town.ClosedAsync(id);

        await RestrictedAsync(town, id);
        await StandsWithAsync(town, id, unit);
        // Twice not satisfied goes one level up, but never this.
        await NotSatisfiedAsync(town, id, desk);
        await StandsWithAsync(town, id, unit);
        await AgainClosedAsync(town, id, officer);
        await NotSatisfiedAsync(town, id, desk);
        await StandsWithAsync(town, id, unit);
        await AgainClosedAsync(town, id, officer);
        await town.RunAsync<AskReopen, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "还没有处理", null, Ct));
        await StandsWithAsync(town, id, unit);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_promised_neither_proves_nor_is_warned_and_the_broken_promise_goes_to_the_unit_for_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (unit, _) = await town.BureauAsync("discipline");
        var (_, id) = await town.ReportAsync();
        await town.ClosedAsync(id, new("三十天内拆除。", "已经签约", Outcome.Promised, LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(30)));

        await RestrictedAsync(town, id);

        var promise = Assert.Single((await town.CaseAsync(id)).Appeal.Clocks, c => c is { Kind: ClockKind.Promise, Runs: true });
        Assert.Equal(unit, promise.Unit?.Value);
        Assert.Empty((await town.ListAsync(await town.SecretaryAsync())).Page.Rows);
        town.Pass(TimeSpan.FromDays(32));
        await town.Test.RunAsync<FireClocks, DateTime?>(f => f.AllDueAsync(Ct));
        var (drain, lane) = (town.Test.Services.GetRequiredService<DrainOutbox>(), town.Test.Services.GetServices<Lane>().Single(l => l.Kind == "entry"));
        while (await drain.BatchAsync(lane, Ct) > 0)
        {
        }

        Assert.Equal(RoundReason.PromiseBroken, (await town.CaseAsync(id)).Appeal.Rounds[^1].Reason);
        await StandsWithAsync(town, id, unit);
        await town.SoundAsync();
    }

    private static async Task RestrictedAsync(Town town, AppealId id) =>
        await town.RunAsync<RestrictAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, true, true, "反映干部问题", null, Ct));

    private static async Task NotSatisfiedAsync(Town town, AppealId id, Viewer desk) =>
        await town.RunAsync<RecordFollowUp, StepDone>(u => u.RunAsync(desk, id, null, new(CallOutcome.Reached, 5, 5, 5), null, null, Ct));

    private static async Task AgainClosedAsync(Town town, AppealId id, Viewer officer)
    {
        await town.RunAsync<App.Appeals.Handling.SignOrder, StepDone>(u => u.RunAsync(officer, id, null, Ct));
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(officer, id, new("已经查清。", "谈话", Outcome.Solved), null, Ct));
        await town.RunAsync<PassCheck, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CityCentre, SmallCity.City), id, null, null, Ct));
    }

    private static async Task StandsWithAsync(Town town, AppealId id, Guid unit)
    {
        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal(unit, appeal.Lead?.Value);
        Assert.False((await town.SecretaryAsync()).Sees(appeal), "the old lead sees it");
    }
}
