using Minqing.App.Appeals.Lists;
using Minqing.App.Tests.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class KeptIdentityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task A_kept_identity_is_not_even_masked_for_those_handling_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, kept) = await town.ReportAsync(Town.Noise() with { KeepIdentity = true });
        var (_, open) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        var desk = await town.AsAsync(Role.FollowUpDesk, SmallCity.County);

        Assert.Empty((await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(secretary, kept, Ct))).Identities);
        Assert.Single((await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(secretary, open, Ct))).Identities);
        Assert.Single((await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(desk, kept, Ct))).Identities);
    }
}
