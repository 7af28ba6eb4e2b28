using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Who answers for a false closing, and what it changes.</summary>
[Trait("Spec", "S-07")]
public sealed class AccountabilityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_false_closing_names_who_held_the_post_then_and_corrects_the_figures(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (inspector, other, secretary) = (await watch.AppointAsync(Role.Inspector, SmallCity.County), await watch.AppointAsync(Role.Inspector, SmallCity.County), await watch.Town.SecretaryAsync());
        var (receipt, id) = await watch.Town.ReportAsync();
        await watch.Town.ClosedAsync(id);
        var opened = await watch.OpenAsync(inspector, DocketKind.Accountability, new() { Appeals = receipt.Number, Origin = DocketOrigin.FalseClosing });
        Assert.IsType<NobodyNamed>(await watch.RefusedAsync(inspector, opened, DocketStep.Find, new() { Finding = Finding.FalseClosing }));
        await watch.TakeAsync(inspector, opened, DocketStep.NameAnswerable, new() { Post = secretary.Posts[0].Id.Value, Consequence = Consequence.Criticism });
        await watch.TakeAsync(inspector, opened, DocketStep.Find, new() { Finding = Finding.FalseClosing });
        Assert.IsType<OwnSubmission>(await watch.RefusedAsync(inspector, opened, DocketStep.StrikeOff));
        var ended = await watch.TakeAsync(other, opened, DocketStep.StrikeOff);
        var appeal = (await watch.Town.CaseAsync(id)).Appeal;

        Assert.Equal((DocketState.Ended, secretary.Person), (ended.State, ended.Answerables[0].Person));
        Assert.Equal((2, RoundReason.Accountability, Stage.Handling), (appeal.Round, appeal.Rounds[1].Reason, appeal.Stage));
        Assert.NotNull(appeal.Rounds[0].FoundFalseAt);
        Assert.Null(appeal.Outcome);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_below_may_begin_one_and_those_named_do_not_see_it(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (inspector, secretary) = (await watch.AppointAsync(Role.Inspector, SmallCity.County), await watch.Town.SecretaryAsync());
        var (receipt, _) = await watch.Town.ReportAsync();
        Assert.IsType<Domain.People.NotForYou>(await watch.Town.RefusedAsync<App.Supervision.Dockets.OpenDocket, Docket>(u => u.RunAsync(secretary, DocketKind.Accountability, new() { Title = "查", Words = "查", Appeals = receipt.Number }, Ct)));
        var opened = await watch.OpenAsync(inspector, DocketKind.Accountability, new() { Appeals = receipt.Number });
        await watch.TakeAsync(inspector, opened, DocketStep.NameAnswerable, new() { Post = secretary.Posts[0].Id.Value });

        Assert.Empty((await watch.ListAsync(secretary)).Rows);
        Assert.IsType<NoSuchDocket>(await watch.RefusedAsync(secretary, opened, DocketStep.Find, new() { Finding = Finding.Unfounded }));
    }
}
