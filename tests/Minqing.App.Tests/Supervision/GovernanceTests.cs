using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Three of a kind propose a project.</summary>
[Trait("Spec", "S-06")]
public sealed class GovernanceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Three_reports_of_a_kind_in_a_town_propose_a_project_once(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        await ReportAsync(watch, 2);
        Assert.Null(await ProjectAsync(watch));
        await ReportAsync(watch, 1);
        var project = (await ProjectAsync(watch))!;
        await ReportAsync(watch, 2);

        Assert.Equal((DocketState.Proposed, 3, 3), (project.State, project.Reports, project.Appeals.Count));
        await using var db = watch.Town.Test.NewDb();
        Assert.Equal(1, await db.Dockets.CountAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task What_went_into_another_counts_among_the_three(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var ((_, first), (_, second)) = (await watch.Town.ReportAsync(), await watch.Town.ReportAsync());
        await watch.Town.RunAsync<App.Appeals.Merging.MergeAppeals, App.Appeals.StepDone>(async u => await u.RunAsync(await watch.CentreAsync(), second, first.Value, null, null, Ct));
        await DrainAsync(watch);
        Assert.Null(await ProjectAsync(watch));

        await ReportAsync(watch, 1);

        Assert.Equal((DocketState.Proposed, 3), ((await ProjectAsync(watch))!.State, (await ProjectAsync(watch))!.Reports));
    }

    [Theory, OnBothDatabases]
    public async Task Reports_longer_ago_than_the_window_or_of_another_town_propose_nothing(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        await ReportAsync(watch, 2);
        watch.Town.Pass(TimeSpan.FromDays(40));
        await ReportAsync(watch, 1);
        await watch.Town.ReportAsync(Town.Noise() with { RegionCode = SmallCity.OtherVillage + "001" });
        await watch.Town.ReportAsync(Town.Noise() with { RegionCode = SmallCity.OtherVillage + "001" });
        await DrainAsync(watch);

        Assert.Null(await ProjectAsync(watch));
    }

    [Theory, OnBothDatabases]
    public async Task A_project_has_cause_measures_and_result_before_the_named_post_ends_it_and_what_recurs_is_counted(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        await ReportAsync(watch, 3);
        var project = (await ProjectAsync(watch))!;
        var (county, centre, secretary) = (await watch.CountyAsync(), await watch.CentreAsync(), await watch.Town.SecretaryAsync());
        Assert.IsType<DocketNotYours>(await watch.RefusedAsync(centre, project, DocketStep.Confirm, new() { Post = secretary.Posts[0].Id.Value, Until = watch.Day(30) }));
        await watch.TakeAsync(county, project, DocketStep.Confirm, new() { Post = secretary.Posts[0].Id.Value, Until = watch.Day(30) });
        Assert.IsType<CauseOrMeasureMissing>(await watch.RefusedAsync(secretary, project, DocketStep.Submit));
        await watch.TakeAsync(secretary, project, DocketStep.FindCause);
        await watch.TakeAsync(secretary, project, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Until = watch.Day(9) });
        await watch.TakeAsync(secretary, project, DocketStep.Answer);
        await watch.TakeAsync(county, project, DocketStep.AcceptTask);
        await watch.TakeAsync(secretary, project, DocketStep.Submit);
        await watch.TakeAsync(county, project, DocketStep.StrikeOff);
        await ReportAsync(watch, 2);

        Assert.Equal(2, (await watch.ReadAsync(county, project)).Recurred);
    }

    [Theory, OnBothDatabases]
    public async Task A_project_proposed_by_hand_counts_the_people_behind_its_appeals_or_those_of_its_kind_within_the_window(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var county = await watch.CountyAsync();
        var (first, appeal) = await watch.Town.ReportAsync();
        var (_, second) = await watch.Town.ReportAsync();
        await watch.Town.RunAsync<App.Appeals.Merging.MergeAppeals, App.Appeals.StepDone>(async u => await u.RunAsync(await watch.CentreAsync(), second, appeal.Value, null, null, Ct));
        var category = (await watch.Town.CaseAsync(appeal)).Appeal.Category;

        Assert.Equal(2, (await watch.OpenAsync(county, DocketKind.Governance, new() { Category = category, Appeals = first.Number })).Reports);
        var kind = await watch.OpenAsync(county, DocketKind.Governance, new() { Category = category, Region = SmallCity.Town });
        Assert.Equal((2, 2), (kind.Reports, kind.Appeals.Count));
        watch.Town.Pass(TimeSpan.FromDays(60));
        Assert.Equal(0, (await watch.OpenAsync(county, DocketKind.Governance, new() { Category = category, Region = SmallCity.Town })).Reports);
    }

    private static async Task ReportAsync(Watch watch, int count)
    {
        for (var i = 0; i < count; i++)
            await watch.Town.ReportAsync();
        await DrainAsync(watch);
    }

    private static async Task DrainAsync(Watch watch)
    {
        var drain = watch.Town.Test.Services.GetRequiredService<DrainOutbox>();
        foreach (var lane in watch.Town.Test.Services.GetServices<Lane>().Where(l => l.Kind == "entry"))
            while (await drain.BatchAsync(lane, Ct) > 0)
            {
            }
    }

    private static async Task<Docket?> ProjectAsync(Watch watch)
    {
        await using var db = watch.Town.Test.NewDb();
        return await db.Dockets.SingleOrDefaultAsync(d => d.Kind == DocketKind.Governance, Ct);
    }
}
