using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>A unit beside the lead that is late is let go, once.</summary>
[Trait("Spec", "H-13")]
[Trait("Spec", "H-31")]
public sealed class ReleaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Of_two_who_release_a_late_unit_at_once_one_is_first(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((market, _), (_, id)) = (await town.BureauAsync("market"), await town.ReportAsync());
        var (centre, other) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, id, [new(market, "查执照")], null, Ct));
        var order = (await town.CaseAsync(id)).Appeal.Orders.Single(o => o.Role == OrderRole.Co).No;
        Assert.IsType<NotLateYet>(await town.RefusedAsync<ReleaseCo, StepDone>(u => u.RunAsync(centre, id, order, "不等了", null, Ct)));
        town.Pass(TimeSpan.FromDays(20));

        var results = await Task.WhenAll(new[] { centre, other }.Select(who => town.Test.RunAsync<ReleaseCo, Result<StepDone>>(u => u.RunAsync(who, id, order, "不等了", null, Ct))));

        Assert.IsType<NoSuchOrder>(Assert.Single(results, r => !r.Ok).Problem);
        Assert.Equal(OrderState.Recalled, (await town.CaseAsync(id)).Appeal.Orders.Single(o => o.Role == OrderRole.Co).State);
        await town.SoundAsync();
    }
}
