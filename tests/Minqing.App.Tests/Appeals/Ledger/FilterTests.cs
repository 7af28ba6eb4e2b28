using Minqing.App.Appeals.Filters;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Ledger;

[Trait("Spec", "H-32")]
public sealed class FilterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_filter_is_kept_by_its_owner_asked_anew_under_its_name_and_taken_away_by_nobody_else(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));

        var kept = await SaveAsync(town, secretary, " 本月超期 ", "?mark=late&after=ab.cd&q=");
        await SaveAsync(town, secretary, "本月超期", "mark=late&from=2026-03-01");

        var only = Assert.Single(await ListAsync(town, secretary));
        Assert.Equal((kept.Id, "本月超期", "mark=late&from=2026-03-01", true, false), (only.Id, only.Name, only.Query, only.Own, only.Shared));
        Assert.Empty(await ListAsync(town, police));
        Assert.IsType<NoSuchFilter>(await town.RefusedAsync<RemoveFilter, Done>(u => u.RunAsync(police, kept.Id, Ct)));
        await town.RunAsync<RemoveFilter, Done>(u => u.RunAsync(secretary, kept.Id, Ct));
        Assert.Empty(await ListAsync(town, secretary));
        Assert.Equal("mark=late", kept.Query);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_leads_gives_a_filter_to_their_unit_and_nobody_elses(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, centre, other) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var colleague = centre with { Person = secretary.Person };

        await SaveAsync(town, centre, "超期", "mark=late", shared: true);

        var shared = Assert.Single(await ListAsync(town, colleague));
        Assert.Equal((false, true), (shared.Own, shared.Shared));
        Assert.Empty(await ListAsync(town, other));
        Assert.Equal(new NotForYou(SaveFilter.ToShare), await RefusedAsync(town, secretary, "超期", "mark=late", shared: true));
        Assert.IsType<NoSuchFilter>(await town.RefusedAsync<RemoveFilter, Done>(u => u.RunAsync(colleague, shared.Id, Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_name_a_condition_and_room_are_needed(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var secretary = await town.SecretaryAsync();

        Assert.Equal(new FilterNameUnfit(20), await RefusedAsync(town, secretary, " ", "mark=late"));
        Assert.Equal(new FilterNameUnfit(20), await RefusedAsync(town, secretary, new('名', 21), "mark=late"));
        Assert.Equal(new NothingToSave(), await RefusedAsync(town, secretary, "全部", "?after=1.2"));
        for (var i = 0; i < SavedFilter.AtMost; i++)
            await SaveAsync(town, secretary, $"第 {i} 个", "mark=late");
        Assert.Equal(new TooManyFilters(SavedFilter.AtMost), await RefusedAsync(town, secretary, "再一个", "mark=late"));
    }

    private static Task<SavedFilterRow> SaveAsync(Town town, Viewer viewer, string name, string query, bool shared = false) =>
        town.RunAsync<SaveFilter, SavedFilterRow>(u => u.RunAsync(viewer, FilteredList.Ledger, name, query, shared, Ct));

    private static Task<Problem> RefusedAsync(Town town, Viewer viewer, string name, string query, bool shared = false) =>
        town.RefusedAsync<SaveFilter, SavedFilterRow>(u => u.RunAsync(viewer, FilteredList.Ledger, name, query, shared, Ct));

    private static Task<IReadOnlyList<SavedFilterRow>> ListAsync(Town town, Viewer viewer) => town.Test.RunAsync<ListFilters, IReadOnlyList<SavedFilterRow>>(u => u.RunAsync(viewer, FilteredList.Ledger, Ct));
}
