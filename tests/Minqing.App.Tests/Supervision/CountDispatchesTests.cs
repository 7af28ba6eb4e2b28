using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.Supervision;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

public sealed class CountDispatchesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task Wrong_is_what_another_got_by_transfer_or_by_an_objection_upheld_and_nothing_else_counts(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (disputed, centre, market, street) = await RulingTests.DisputedAsync(town);
        await town.RunAsync<DecideLead, StepDone>(u => u.RunAsync(centre, disputed, street.Unit, "市容条例", null, Ct));
        await GiveAsync(town, centre, market.Unit, street.Unit);
        await GiveAsync(town, centre, market.Unit);
        await RaiseAsync(town);

        var seen = await CountAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County));
        var elsewhere = await CountAsync(town, await town.AsAsync(Role.TownHead, "620402101000"));
        var nobody = await CountAsync(town, await town.SecretaryAsync());

        var one = Assert.Single(seen.Dispatchers);
        Assert.Equal(("CountyCentre", "白银区", 4, 2), (one.Name, one.Unit, one.Given, one.Wrong));
        Assert.Empty(elsewhere.Dispatchers);
        Assert.Empty(nobody.Dispatchers);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    public async Task What_is_long_ago_is_not_counted(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var market = await town.BureauAsync("market");
        await GiveAsync(town, await town.AsAsync(Role.CountyCentre, SmallCity.County), market.Unit);

        town.Pass(TimeSpan.FromDays(31));

        Assert.Empty((await CountAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County))).Dispatchers);
    }

    private static Task<DispatchCounts> CountAsync(Town town, Viewer viewer) => town.Test.RunAsync<CountDispatches, DispatchCounts>(u => u.RunAsync(viewer, 30, Ct));

    private static async Task GiveAsync(Town town, Viewer centre, params Guid[] units)
    {
        var (_, id) = await town.ReportAsync(Town.Noise(null));
        foreach (var unit in units)
            await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, unit, "职责清单", null, Ct));
    }

    private static async Task RaiseAsync(Town town)
    {
        var (_, id) = await town.ReportAsync(Town.Noise("13800007777"));
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<RaiseAppeal, StepDone>(u => u.RunAsync(secretary, id, "办不了", "看过", null, null, Ct));
        await town.RunAsync<AcceptRaised, StepDone>(u => u.RunAsync(centre, id, null, Ct));
    }
}
