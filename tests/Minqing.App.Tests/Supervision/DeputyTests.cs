using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.People;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Deputies see their remit, advise, visit and ask.</summary>
[Trait("Spec", "S-10")]
public sealed class DeputyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Advice_is_answered_late_for_all_to_see_and_accepted_by_the_deputy_alone(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (deputy, other, secretary, county) = (await watch.AppointAsync(Role.Deputy, SmallCity.Town), await watch.AppointAsync(Role.Deputy, SmallCity.Town), await watch.Town.SecretaryAsync(), await watch.CountyAsync());
        var (receipt, _) = await watch.Town.ReportAsync();
        var advice = await watch.OpenAsync(deputy, DocketKind.Advice, new() { Appeals = receipt.Number, Unit = secretary.Posts[0].Unit.Value });
        watch.Town.Pass(TimeSpan.FromDays(20));
        await watch.TakeAsync(secretary, advice, DocketStep.Answer);
        Assert.IsType<DocketNotYours>(await watch.RefusedAsync(other, advice, DocketStep.AcceptTask));
        await watch.TakeAsync(other, advice, DocketStep.Visit, new() { Present = "两位代表" });
        await watch.TakeAsync(deputy, advice, DocketStep.ReturnTask);
        await watch.TakeAsync(secretary, advice, DocketStep.Answer);
        var accepted = await watch.TakeAsync(deputy, advice, DocketStep.AcceptTask);

        Assert.Equal((DocketState.Ended, 1), (accepted.State, accepted.Tasks[0].Returns));
        Assert.NotNull(accepted.Clocks[0].MissedAt);
        Assert.Equal(advice.Id, Assert.Single((await watch.ListAsync(county, over: true)).Rows).Id);
        var figures = Assert.Single((await watch.Town.RunAsync<ListRemit, RemitList>(u => u.RunAsync(deputy, null, Ct))).Deputies);
        Assert.Equal((1, 1, 1, 1), (figures.Advice, figures.Answered, figures.Late, figures.Accepted));
    }

    [Theory, OnBothDatabases]
    public async Task A_remit_has_its_areas_and_categories_and_no_more(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (_, appeal) = await watch.Town.ReportAsync();
        var category = (await watch.Town.CaseAsync(appeal)).Appeal.Category;
        var (here, elsewhere, otherwise) = (await watch.AppointAsync(Role.Deputy, SmallCity.Town, category), await watch.AppointAsync(Role.Deputy, SmallCity.OtherVillage), await watch.AppointAsync(Role.Deputy, SmallCity.Town, "heating-none"));

        Assert.Equal(appeal, Assert.Single((await watch.Town.RunAsync<ListRemit, RemitList>(u => u.RunAsync(here, null, Ct))).Rows).Appeal);
        Assert.Empty((await watch.Town.RunAsync<ListRemit, RemitList>(u => u.RunAsync(elsewhere, null, Ct))).Rows);
        Assert.Empty((await watch.Town.RunAsync<ListRemit, RemitList>(u => u.RunAsync(otherwise, null, Ct))).Rows);
        Assert.IsType<NotForYou>(await watch.Town.RefusedAsync<ListRemit, RemitList>(async u => await u.RunAsync(await watch.Town.SecretaryAsync(), null, Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task In_a_questioning_deputies_ask_and_accept_their_own_questions(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (committee, deputy, secretary) = (await watch.AppointAsync(Role.DeputyCommittee, SmallCity.County), await watch.AppointAsync(Role.Deputy, SmallCity.Town), await watch.Town.SecretaryAsync());
        var asked = await watch.OpenAsync(committee, DocketKind.Questioning, new() { Region = SmallCity.Town });
        await watch.TakeAsync(deputy, asked, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Until = watch.Day(3), Words = "什么时候能好？" });
        await watch.TakeAsync(secretary, asked, DocketStep.Answer);
        Assert.IsType<DocketNotYours>(await watch.RefusedAsync(committee, asked, DocketStep.AcceptTask));
        await watch.TakeAsync(deputy, asked, DocketStep.AcceptTask);

        Assert.Equal(DocketState.Ended, (await watch.TakeAsync(committee, asked, DocketStep.Close)).State);
    }
}
