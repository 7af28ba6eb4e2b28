using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Timing;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>What a centre finds on its desk, and whom it is advised to give it to.</summary>
public sealed class DispatchDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task What_waits_to_be_given_is_on_the_desk_of_whoever_gives_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, ReceiptTests.Screened);
        var (_, id) = await town.ReportAsync();

        Assert.Equal((id, DispatchWork.Assign), await OnlyAsync(town, await town.AsAsync(Role.TownCentre, SmallCity.Town)));
        Assert.Empty((await DeskAsync(town, await town.AsAsync(Role.TownCentre, "620402101000"))).Rows);
        Assert.Empty((await DeskAsync(town, await town.SecretaryAsync())).Rows);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task A_desk_with_more_than_it_shows_counts_all_of_it_and_has_the_rest_on_the_next_page(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, ReceiptTests.Screened);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        var all = new List<AppealId>();
        for (var i = 0; i < 50; i++)
        {
            all.Add((await town.ReportAsync(Town.Noise($"139{i:D8}"))).Appeal);
        }

        Assert.False((await DeskAsync(town, centre)).More);
        all.Add((await town.ReportAsync()).Appeal);
        var full = await DeskAsync(town, centre);
        Assert.Equal((true, 50, new DispatchCount(51, false)), (full.More, full.Rows.Count, full.Counts[DispatchWork.Assign]));
        var first = await DeskAsync(town, centre, DispatchWork.Assign);
        var rest = await DeskAsync(town, centre, DispatchWork.Assign, first.Next);
        Assert.Equal((all.Count, null), (first.Rows.Concat(rest.Rows).Select(r => r.Appeal).Distinct().Count(), rest.Next));

        // Whoever reads to the end, as for a file, has all kinds counted once, and not anew for each page.
        await using (var scope = town.Test.Scope())
        {
            var list = scope.ServiceProvider.GetRequiredService<ListDispatch>();
            using var commands = Commands.Of(scope.ServiceProvider.GetRequiredService<MinqingDb>());
            var begun = await list.RunAsync(centre, DispatchWork.Assign, null, null, Ct);
            var forFirst = commands.Sent;
            var end = await list.RunAsync(centre, DispatchWork.Assign, null, begun.Next, Ct);
            Assert.Equal((1, 51, true), (commands.Sent - forFirst, end.Counts[DispatchWork.Assign].Count, forFirst > 3));
            Assert.Equal(rest.Rows.Select(r => r.Appeal), end.Rows.Select(r => r.Appeal));
        }

        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, full.Rows[0].Appeal, SpecialRoute.SameMatter, null, null, Ct));
        var moved = await DeskAsync(town, centre);
        Assert.False(moved.More);
        Assert.Equal(all.Where(a => a != full.Rows[0].Appeal).Order(), moved.Rows.Select(r => r.Appeal).Order());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task An_objection_waits_for_the_centre_that_dispatched_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (id, centre, objector, _) = await RulingTests.DisputedAsync(town);

        Assert.Equal((id, DispatchWork.Rule), await OnlyAsync(town, centre));
        Assert.Empty((await DeskAsync(town, objector.Officer)).Rows);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-04")]
    [Trait("Spec", "I-32")]
    public async Task More_time_and_pranks_wait_for_the_second_person(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, slow), (_, prank)) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800009999")));
        var (secretary, county, town2) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.TownCentre, SmallCity.Town));

        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, slow, null, Ct));
        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(secretary, slow, 3, "等配件", null, Ct));
        await town.RunAsync<ProposeInvalid, StepDone>(u => u.RunAsync(town2, prank, InvalidReason.Prank, "没有这栋楼", null, Ct));

        Assert.Equal([(slow, DispatchWork.Time), (prank, DispatchWork.Invalid)], (await DeskAsync(town, county)).Rows.Select(r => (r.Appeal, r.Work)));
        Assert.Empty((await DeskAsync(town, town2)).Rows);
        Assert.Equal([(prank, DispatchWork.Invalid)], (await DeskAsync(town, county, DispatchWork.Invalid)).Rows.Select(r => (r.Appeal, r.Work)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    [Trait("Spec", "H-01")]
    public async Task A_departments_work_in_a_village_is_seen_by_the_centre_with_the_department_and_why(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (street, market) = (await town.BureauAsync("city-management"), await town.BureauAsync("market"));
        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A3" });
        var centre = await town.AsAsync(Role.CountyCentre, SmallCity.County);

        var after = await SuggestedAsync(town, id);

        Assert.Equal((id, DispatchWork.Department), await OnlyAsync(town, centre));
        Assert.Equal((true, new UnitId(street.Unit), "《城市市容和环境卫生管理条例》第四条"), (after.ByDuty, after.Lead!.Id, after.Duty!.Basis));
        Assert.Equal(new UnitId(market.Unit), Assert.Single(after.Beside).Id);

        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, street.Unit, "职责清单", null, Ct));
        Assert.Empty((await DeskAsync(town, centre)).Rows);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task Where_the_department_is_not_there_the_place_is_advised_and_the_line_is_shown_all_the_same(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A3" });

        var advised = await SuggestedAsync(town, id);

        Assert.Equal((false, "村201", "city-appearance"), (advised.ByDuty, advised.Lead!.Name, advised.Duty!.Id));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Whom_it_is_about_is_never_advised(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var street = await town.BureauAsync("city-management");
        var (_, id) = await town.ReportAsync(Town.Noise() with { CategoryCode = "A3" });

        await town.RunAsync<NameTarget, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, street.Unit, null, null, Ct));

        Assert.NotEqual(new UnitId(street.Unit), (await SuggestedAsync(town, id)).Lead!.Id);
    }

    private static Task<DispatchList> DeskAsync(Town town, Viewer viewer, DispatchWork? only = null, string? after = null) => town.Test.RunAsync<ListDispatch, DispatchList>(u => u.RunAsync(viewer, only, null, after, Ct));

    private static async Task<(AppealId, DispatchWork)> OnlyAsync(Town town, Viewer viewer) => Assert.Single((await DeskAsync(town, viewer)).Rows) is var row ? (row.Appeal, row.Work) : default;

    private static async Task<Suggestion> SuggestedAsync(Town town, AppealId id)
    {
        var appeal = (await town.CaseAsync(id)).Appeal;
        return Suggestion.Of(await town.City.AtAsync(SmallCity.Village), Profiles.Load("baiyin"), appeal);
    }
}
