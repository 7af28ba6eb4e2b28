using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Sampling;
using Minqing.App.Supervision.Signs;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>A page far behind the last one is empty, and what is no cursor begins at the first.</summary>
public sealed class FarPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("1.00000000000000000000000000000000")]
    [OnBothDatabases("7fffffffffffffff.x")]
    [OnBothDatabases("-5")]
    [Trait("Spec", "S-10")]
    public async Task A_page_that_is_none_is_empty_and_breaks_nothing(Engine engine, string page)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var head = await city.ViewerAsync(Role.CityCentre, SmallCity.City);

        Assert.Empty((await city.Test.RunAsync<ListDockets, DocketList>(u => u.RunAsync(head, null, false, false, page, Ct))).Rows);
        Assert.Empty((await city.Test.RunAsync<ListSigns, SignList>(u => u.RunAsync(head, page, Ct))).Rows);
        Assert.Empty((await city.Test.RunAsync<ListSamples, SampleList>(u => u.RunAsync(head, page, Ct))).Rows);
        var inspector = head with { Posts = [.. head.Posts.Select(p => p with { Role = Role.Inspector })] };
        Assert.Empty((await city.Test.RunAsync<ListRemit, Result<LedgerPage>>(u => u.RunAsync(inspector, LedgerFilter.None, page, Ct))).Value.Rows);
    }
}
