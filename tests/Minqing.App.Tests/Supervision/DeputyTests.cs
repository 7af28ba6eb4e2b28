using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.App.Supervision;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
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
        Assert.Equal(new DeputyFigures(1, 0, 1, 1, 1), await FiguresAsync(watch, deputy, deputy));
    }

    [Theory, OnBothDatabases]
    public async Task A_remit_has_its_areas_and_categories_and_no_more(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (_, appeal) = await watch.Town.ReportAsync();
        var category = (await watch.Town.CaseAsync(appeal)).Appeal.Category;
        var (here, elsewhere, otherwise) = (await watch.AppointAsync(Role.Deputy, SmallCity.Town, category), await watch.AppointAsync(Role.Deputy, SmallCity.OtherVillage), await watch.AppointAsync(Role.Deputy, SmallCity.Town, "heating-none"));

        Assert.Equal(appeal, Assert.Single(await RemitAsync(watch, here)).Appeal);
        Assert.Empty(await RemitAsync(watch, elsewhere));
        Assert.Empty(await RemitAsync(watch, otherwise));
        Assert.IsType<NotForYou>(await watch.Town.RefusedAsync<ListRemit, LedgerPage>(async u => await u.RunAsync(await watch.Town.SecretaryAsync(), LedgerFilter.None, null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-32")]
    public async Task A_remit_is_searched_and_narrowed_and_never_widened(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (inspector, beside) = (await watch.AppointAsync(Role.Inspector, SmallCity.Town), await watch.AppointAsync(Role.Deputy, SmallCity.OtherVillage));
        var (_, noise) = await watch.Town.ReportAsync();
        await watch.Town.ClosedAsync(noise);
        var (receipt, leak) = await watch.Town.ReportAsync(Town.Noise("13800009999") with { Text = "三单元水管漏了两天。" });

        Assert.Equal([leak, noise], (await RemitAsync(watch, inspector)).Select(r => r.Appeal));
        Assert.Equal([leak], (await RemitAsync(watch, inspector, new() { Words = "水管" })).Select(r => r.Appeal));
        Assert.Equal([leak], (await RemitAsync(watch, inspector, new() { Words = receipt.Number })).Select(r => r.Appeal));
        Assert.Equal([noise], (await RemitAsync(watch, inspector, new() { Outcome = Outcome.Solved })).Select(r => r.Appeal));
        Assert.Empty(await RemitAsync(watch, inspector, new() { From = watch.Day(1) }));
        Assert.Empty(await RemitAsync(watch, beside, new() { Region = SmallCity.Village }));
    }

    [Theory, OnBothDatabases]
    public async Task A_station_shows_its_chief_and_deputies_with_the_figures_of_a_period_and_only_those_that_are_the_viewers_to_see(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, deputy, other, secretary) = (await watch.CountyAsync(), await watch.AppointAsync(Role.Deputy, SmallCity.Town), await watch.AppointAsync(Role.Deputy, SmallCity.Village), await watch.Town.SecretaryAsync());
        var chief = await watch.AppointAsync(Role.StationChief, SmallCity.Town);
        await watch.MoveAsync(chief, deputy.Posts[0].Unit);
        var (receipt, _) = await watch.Town.ReportAsync();
        await watch.OpenAsync(deputy, DocketKind.Advice, new() { Appeals = receipt.Number, Unit = secretary.Posts[0].Unit.Value });
        await watch.OpenAsync(other, DocketKind.Advice, new() { Appeals = receipt.Number, Unit = secretary.Posts[0].Unit.Value });
        var today = watch.Day(0);

        var all = await StationsAsync(watch, county, null, null);
        Assert.Equal([1, 1], all.Rows.Select(r => r.Deputies.Sum(d => d.Figures!.Advice)));
        Assert.Equal((new(today.Year, 1, 1), today), (all.From, all.To));
        var station = Assert.Single(all.Rows, r => r.Unit == deputy.Posts[0].Unit.Value);
        Assert.Equal([(true, 0), (false, 1)], station.Deputies.Select(d => (d.Chief, d.Figures!.Advice)));
        Assert.Equal(0, await SumAsync(today.AddDays(-30), today.AddDays(-1)));
        Assert.Equal(2, await SumAsync(today, today));
        Assert.Equal(new DeputyFigures(1, 0, 0, 0, 0), await FiguresAsync(watch, deputy, deputy));
        var own = Assert.Single((await StationsAsync(watch, deputy, null, null)).Rows);
        Assert.Equal([true, false], own.Deputies.Select(d => d.Figures is null));
        Assert.IsType<PeriodOutOfBounds>(await watch.Town.RefusedAsync<ListStations, StationPage>(u => u.RunAsync(county, today, today.AddDays(-1), null, null, Ct)));
        Assert.IsType<PeriodOutOfBounds>(await watch.Town.RefusedAsync<ListStations, StationPage>(u => u.RunAsync(county, today.AddDays(-400), today, null, null, Ct)));
        Assert.IsType<NotForYou>(await watch.Town.RefusedAsync<ListStations, StationPage>(u => u.RunAsync(secretary, null, null, null, null, Ct)));

        async Task<int> SumAsync(DateOnly from, DateOnly to) => (await StationsAsync(watch, county, from, to)).Rows.SelectMany(r => r.Deputies).Sum(d => d.Figures!.Advice);
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

    private static async Task<IReadOnlyList<LedgerRow>> RemitAsync(Watch watch, Viewer viewer, LedgerFilter? filter = null) =>
        (await watch.Town.RunAsync<ListRemit, LedgerPage>(u => u.RunAsync(viewer, filter ?? LedgerFilter.None, null, Ct))).Rows;

    private static Task<StationPage> StationsAsync(Watch watch, Viewer viewer, DateOnly? from, DateOnly? to) => watch.Town.RunAsync<ListStations, StationPage>(u => u.RunAsync(viewer, from, to, null, null, Ct));

    private static async Task<DeputyFigures?> FiguresAsync(Watch watch, Viewer viewer, Viewer deputy) =>
        Assert.Single((await StationsAsync(watch, viewer, null, null)).Rows, r => r.Unit == deputy.Posts[0].Unit.Value).Deputies[^1].Figures;
}
