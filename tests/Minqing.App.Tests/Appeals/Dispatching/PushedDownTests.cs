using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>Work of a department does not go to a village by itself: whoever gives it there reads on what basis it is the department's, and says why all the same.</summary>
[Trait("Spec", "H-01")]
[Trait("Spec", "H-04")]
public sealed class PushedDownTests
{
    private const string Basis = "《城市市容和环境卫生管理条例》第四条";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Whoever_assigns_it_to_a_village_says_why(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, ReceiptTests.Screened);
        var (centre, village) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.UnitAtAsync(SmallCity.Village));
        var ((_, manholes), (_, quarrel)) = (await ManholesAsync(town), await town.ReportAsync());

        Assert.Equal(new DepartmentsWork(Basis), await town.RefusedAsync<AssignAppeal, StepDone>(u => u.RunAsync(centre, manholes, new(village, " "), null, Ct)));
        Assert.Equal(Stage.Screening, (await town.CaseAsync(manholes)).Appeal.Stage);
        await town.RunAsync<AssignAppeal, StepDone>(u => u.RunAsync(centre, manholes, new(village, "井盖是小区自己的，物业在村里"), null, Ct));
        await town.RunAsync<AssignAppeal, StepDone>(u => u.RunAsync(centre, quarrel, new(village, null), null, Ct));

        Assert.Equal(new UnitId(village), (await town.CaseAsync(manholes)).Appeal.Lead);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_hands_it_to_one_says_why(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, village, (bureau, _)) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.UnitAtAsync(SmallCity.Village), await town.BureauAsync("city-management"));
        var ((_, manholes), (_, quarrel)) = (await ManholesAsync(town), await town.ReportAsync());
        foreach (var id in new[] { manholes, quarrel })
            await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, bureau, "市容", null, Ct));

        Assert.Equal(new DepartmentsWork(Basis), await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, manholes, village, null, null, Ct)));
        Assert.Equal(new Missing("reason"), await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, quarrel, village, null, null, Ct)));
        Assert.Equal(new UnitId(bureau), (await town.CaseAsync(manholes)).Appeal.Lead);
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, manholes, village, "井盖是小区自己的", null, Ct));

        Assert.Equal(new UnitId(village), (await town.CaseAsync(manholes)).Appeal.Lead);
    }

    [Theory, OnBothDatabases]
    public async Task Nor_does_it_come_to_one_first_or_by_a_ruling_without_saying_why(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (county, village, (bureau, officer)) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.UnitAtAsync(SmallCity.Village), await town.BureauAsync("market"));
        var (_, id) = await ManholesAsync(town);
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, bureau, "市容", null, Ct));
        await town.RunAsync<RaiseObjection, StepDone>(u => u.RunAsync(officer, id, ReturnReason.NotMyDuty, "归城管", null, Ct));

        Assert.Equal(new DepartmentsWork(Basis), await town.RefusedAsync<ActFirst, StepDone>(u => u.RunAsync(county, id, new(village, "先围起来"), null, null, Ct)));
        await town.RunAsync<ActFirst, StepDone>(u => u.RunAsync(county, id, new(village, "先围起来"), "离得最近，天黑前要围好", null, Ct));
        Assert.Equal(new DepartmentsWork(Basis), await town.RefusedAsync<DecideLead, StepDone>(u => u.RunAsync(county, id, 1, "", null, Ct)));
        Assert.Equal(new DepartmentsWork(Basis), await town.RefusedAsync<DecideLead, StepDone>(u => u.RunAsync(county, id, village, null, null, Ct)));
        await town.RunAsync<DecideLead, StepDone>(u => u.RunAsync(county, id, village, "井盖是小区自己的", null, Ct));

        var first = (await town.CaseAsync(id)).Appeal.Orders.Single(o => o.Role == OrderRole.ActFirst);
        await using var db = town.Test.NewDb();
        Assert.Equal("先围起来\n离得最近，天黑前要围好", (await db.Texts.SingleAsync(t => t.Id == first.Requirement, Ct)).Words);
        Assert.Equal(new UnitId(village), (await town.CaseAsync(id)).Appeal.Lead);
    }

    private static Task<(App.Appeals.Intake.Receipt Receipt, AppealId Appeal)> ManholesAsync(Town town) =>
        town.ReportAsync(Town.Noise() with { Text = "小区门口的井盖松了，车一过就响。", CategoryCode = "A3" });
}
