using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Intake;
using Minqing.App.Tests.Media;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>What a reporter sends from the follow page: a double tap or a broken line stores nothing twice.</summary>
[Trait("Spec", "I-14")]
[Trait("Spec", "H-31")]
public sealed class SentTwiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_supplement_with_a_photo_sent_five_times_at_once_is_one(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();
        var photo = (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;

        var answers = await FiveTimesAsync<SupplementReport>(town, u => u.RunAsync(receipt.Number, receipt.QueryCode, "水漫到路上了", [photo], "key", Ct));

        Assert.All(answers, a => Assert.Null(a.Problem));
        Assert.Single(await StepsAsync(town, receipt), "supplement");
    }

    [Theory, OnBothDatabases]
    public async Task An_urge_sent_again_is_answered_as_the_first_and_a_new_one_is_told_to_wait(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();

        var answers = await FiveTimesAsync<UrgeReport>(town, u => u.RunAsync(receipt.Number, receipt.QueryCode, "key", Ct));

        Assert.All(answers, a => Assert.Null(a.Problem));
        Assert.Single(await StepsAsync(town, receipt), "urge");
        Assert.IsType<UrgedJustNow>(await town.RefusedAsync<UrgeReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "another", Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-23")]
    public async Task A_bad_rating_sent_five_times_at_once_begins_one_round(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        await town.ClosedAsync(id);

        var answers = await FiveTimesAsync<RateReport>(town, u => u.RunAsync(receipt.Number, receipt.QueryCode, new Rated(CallOutcome.Reached, Result: 5), "key", Ct));

        Assert.All(answers, a => Assert.Null(a.Problem));
        Assert.Equal(2, (await town.CaseAsync(id)).Appeal.Round);
        Assert.Single((await town.CaseAsync(id)).Main.FollowUps);
    }

    [Theory, OnBothDatabases]
    public async Task Another_content_under_the_same_key_is_refused_and_the_same_key_for_another_step_is_not(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();
        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "水漫到路上了", null, "key", Ct));

        Assert.IsType<IdempotencyKeyReused>(await town.RefusedAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "井盖也没了", null, "key", Ct)));
        await town.RunAsync<UrgeReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "key", Ct));
        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "井盖也没了", null, null, Ct));
        Assert.IsType<IdempotencyKeyNotUsable>(await town.RefusedAsync<UrgeReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "a b", Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawal_sent_again_is_done_and_not_refused(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();

        for (var i = 0; i < 2; i++)
            Assert.Equal(Stage.Withdrawn, (await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, "key", Ct))).Stage);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    public async Task After_a_bad_rating_pressure_is_told_to_those_who_supervise_and_to_no_handler(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await town.ReportAsync();
        await town.ClosedAsync(id);
        await town.RunAsync<RateReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, new Rated(CallOutcome.Reached, Result: 5), null, Ct));

        await town.RunAsync<TellPressure, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "书记让我改成满意", null, Ct));

        Assert.Equal(Stage.Handling, (await town.CaseAsync(id)).Appeal.Stage);
        Assert.DoesNotContain(await ToldAsync(town, id, Role.VillageSecretary, SmallCity.Village), s => s == "tell-pressure");
        Assert.DoesNotContain(await ToldAsync(town, id, Role.TownCentre, SmallCity.Town), s => s == "tell-pressure");
        Assert.Contains(await ToldAsync(town, id, Role.FollowUpDesk, SmallCity.County), s => s == "tell-pressure");
    }

    private static async Task<IEnumerable<string>> ToldAsync(Town town, AppealId id, Role role, string region)
    {
        var viewer = await town.AsAsync(role, region);
        return (await town.RunAsync<App.Appeals.Lists.ReadAppeal, App.Appeals.Lists.AppealView>(u => u.RunAsync(viewer, id, Ct))).Story.Select(s => s.Step);
    }

    private static Task<Result<StepDone>[]> FiveTimesAsync<TUseCase>(Town town, Func<TUseCase, Task<Result<StepDone>>> run)
        where TUseCase : notnull =>
        Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => town.Test.RunAsync<TUseCase, Result<StepDone>>(run))));

    private static async Task<IEnumerable<string>> StepsAsync(Town town, Receipt receipt) => (await town.CourseAsync(receipt)).Story.Select(s => s.Step);
}
