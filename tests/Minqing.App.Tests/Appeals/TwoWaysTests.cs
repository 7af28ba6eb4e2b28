using Minqing.App.Appeals.Lists;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Timing;
using Minqing.App.Tests.People;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>An appeal that is mine in two ways stands once on my list, says both, and is found under each.</summary>
[Trait("Spec", "D-08")]
public sealed class TwoWaysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_stands_once_says_both_and_is_found_under_each(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();

        Assert.Equal([(id, TurnKind.FirstCall, "Sign")], await RowsAsync(null));
        Assert.Equal([(id, TurnKind.Sign, "FirstCall")], await RowsAsync(TurnKind.Sign));
        Assert.Equal([(id, TurnKind.FirstCall, "Sign")], await RowsAsync(TurnKind.FirstCall));
        Assert.Empty(await RowsAsync(TurnKind.Handle));

        Assert.Equal(1, (await town.ListAsync(secretary)).Open);

        // Each list speaks of its own: the call is waited for while the rest stands still.
        await town.RunAsync<SuspendAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, SuspendReason.SeasonOrWeather, new(2026, 3, 20), "冻土", null, Ct));
        Assert.Equal([(id, TurnKind.FirstCall, "")], await RowsAsync(null));
        Assert.Equal([(id, TurnKind.Sign, "")], await RowsAsync(null, stopped: true));

        async Task<IEnumerable<(Domain.Kernel.AppealId, TurnKind, string)>> RowsAsync(TurnKind? kind, bool stopped = false) =>
            (await town.Test.RunAsync<ListMine, MyList>(u => u.RunAsync(secretary, kind, null, stopped, null, Ct))).Page.Rows.Select(r => (r.Appeal, r.Kind, string.Join(',', r.Also)));
    }
}
