using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>A ruling names any unit that serves the place, or a level.</summary>
public sealed class RulingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task It_names_a_unit_of_the_place_and_nobody_returns_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (id, centre, objector, street) = await DisputedAsync(town);

        await town.RunAsync<DecideLead, StepDone>(u => u.RunAsync(centre, id, street.Unit, "市容条例", null, Ct));

        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((new UnitId(street.Unit), true), (appeal.Lead!.Value, appeal.Orders.Single(o => o.Objection is not null).Upheld!.Value));
        Assert.IsType<RuledAlready>(await town.RefusedAsync<RaiseObjection, StepDone>(u => u.RunAsync(street.Officer, id, ReturnReason.NotMyDuty, "也不归我", null, Ct)));
        Assert.IsType<RuledAlready>(await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, objector.Unit, "换一个", null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    public async Task It_may_name_a_level_as_before_and_no_unit_of_elsewhere(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (id, centre, _, _) = await DisputedAsync(town);
        var elsewhere = await town.UnitAtAsync(SmallCity.OtherVillage);

        Assert.IsType<NoSuchUnitHere>(await town.RefusedAsync<DecideLead, StepDone>(u => u.RunAsync(centre, id, elsewhere, "那边闲", null, Ct)));
        await town.RunAsync<DecideLead, StepDone>(u => u.RunAsync(centre, id, 2, "镇里近", null, Ct));

        Assert.Equal(2, (await town.CaseAsync(id)).Appeal.Level);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task Two_who_rule_at_once_make_one_ruling(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (id, centre, objector, street) = await DisputedAsync(town);

        var results = await Task.WhenAll(new[] { objector.Unit, street.Unit }.Select(unit => town.Test.RunAsync<DecideLead, Result<StepDone>>(u => u.RunAsync(centre, id, unit, "裁定", null, Ct))));

        Assert.Single(results, r => r.Ok);
        Assert.Single((await town.CaseAsync(id)).Appeal.Orders, o => o is { Role: OrderRole.Lead, Open: true });
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task No_centre_rules_on_a_unit_above_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (market, (_, id)) = (await town.BureauAsync("market"), await town.ReportAsync());
        var (centre, county) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, market.Unit, "消费纠纷", null, Ct));

        await town.RunAsync<RaiseObjection, StepDone>(u => u.RunAsync(market.Officer, id, ReturnReason.NotMyDuty, "噪声归城管", null, Ct));

        Assert.Equal(county.Posts[0].Unit, (await town.CaseAsync(id)).Appeal.Orders.Single(o => o is { Role: OrderRole.Upper, Open: true }).Unit);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task What_a_level_above_has_taken_on_those_below_neither_give_away_nor_end(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (market, (_, id)) = (await town.BureauAsync("market"), await town.ReportAsync());
        var (centre, county, village) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.UnitAtAsync(SmallCity.Village));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, market.Unit, "消费纠纷", null, Ct));

        Assert.IsType<TakenAbove>(await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, village, "村里办", null, Ct)));
        Assert.IsType<TakenAbove>(await town.RefusedAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, id, SpecialRoute.OutsideDuties, "不归我们管", null, Ct)));
        Assert.IsType<TakenAbove>(await town.RefusedAsync<ReferAppeal, StepDone>(u => u.RunAsync(centre, id, WayOut.Petition, "信访局", null, "请走信访", null, Ct)));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, village, "村里办", null, Ct));

        Assert.IsType<SentUpInstead>(await town.RefusedAsync<TransferAppeal, StepDone>(async u => await u.RunAsync(centre, id, await town.UnitAtAsync(SmallCity.County), "区里办", null, Ct)));
        // What it gave to a department above it, it may take back.
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, market.Unit, "消费纠纷", null, Ct));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, village, "村里办", null, Ct));
    }

    /// <summary>The county's centre gave it to the market bureau, which says that it is the streets'.</summary>
    internal static async Task<(AppealId Id, Viewer Centre, (Guid Unit, Viewer Officer) Objector, (Guid Unit, Viewer Officer) Street)> DisputedAsync(Town town)
    {
        var (market, street) = (await town.BureauAsync("market"), await town.BureauAsync("city-management"));
        var ((_, id), centre) = (await town.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, market.Unit, "消费纠纷", null, Ct));
        await town.RunAsync<RaiseObjection, StepDone>(u => u.RunAsync(market.Officer, id, ReturnReason.NotMyDuty, "噪声归城管", null, Ct));
        return (id, centre, market, street);
    }
}
