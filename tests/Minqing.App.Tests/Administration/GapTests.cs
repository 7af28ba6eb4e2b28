using Minqing.App.Administration.Gaps;
using Minqing.App.People.Posts;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

public sealed class GapTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task A_vacancy_names_who_acts_meanwhile(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        await EndAsync(city, Role.VillageSecretary, SmallCity.Village);
        await EndAsync(city, Role.TownCommissioner, SmallCity.Town);

        var page = (await city.Test.RunAsync<ListGaps, Result<GapPage>>(l => l.RunAsync(admin, null, Ct))).Value;

        var (town, village) = (page.Rows.Single(g => g.Vacancy.RegionCode == SmallCity.Town), page.Rows.Single(g => g.Vacancy.RegionCode == SmallCity.Village));
        Assert.Equal(2, page.Total);
        Assert.Equal((1, 1), (village.Tier, village.FilledBy));
        Assert.Equal([Role.VillagePolice, Role.PostedCadre], village.Acting.Select(a => a.Role));
        Assert.Equal((2, 3), (town.Tier, town.FilledBy));
        Assert.Equal([Role.TownHead], town.Acting.Select(a => a.Role));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-07")]
    public async Task A_year_without_data_is_named_before_and_when_it_comes(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        var last = (await ReadAsync(city, admin)).KnownTo!.Value;

        city.Test.Clock.Set(new(last, 10, 20, 4, 0, 0, TimeSpan.Zero));
        var early = await ReadAsync(city, admin);
        city.Test.Clock.Set(new(last + 1, 1, 2, 4, 0, 0, TimeSpan.Zero));
        var late = await ReadAsync(city, admin);

        Assert.Empty(early.MissingYears);
        Assert.Equal([last + 1], early.SoonMissing);
        Assert.Equal([last + 1], late.MissingYears);
        Assert.Empty(late.SoonMissing);
    }

    private static async Task<ReadinessNow> ReadAsync(SmallCity city, App.People.Viewer viewer) =>
        (await city.Test.RunAsync<ReadReadiness, Result<ReadinessNow>>(r => r.RunAsync(viewer, Ct))).Value;

    private static async Task EndAsync(SmallCity city, Role role, string region)
    {
        var post = await city.PostAsync(role, region);
        var admin = await city.AdministratorAsync();
        Assert.True((await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct))).Ok);
    }
}
