using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.App.Regions.Changing;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>Whoever takes a place sees what had ended there, and nobody sees more than that (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class SuccessorsSightTests
{
    private const string Into = "620402100202";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_people_of_the_new_village_find_what_had_ended_in_the_old_one_under_its_old_name(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, ended) = await town.ReportAsync();
        await town.SettledAsync(ended);
        var (next, neighbour) = (await town.City.ViewerAsync(Role.VillageSecretary, Into), await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.OtherVillage));
        Assert.Empty(await LedgerAsync(town, next, LedgerFilter.None));

        await MergeAsync(town, SmallCity.Village, Into);

        next = await town.City.ViewerAsync(Role.VillageSecretary, Into);
        Assert.Equal([ended], await LedgerAsync(town, next, LedgerFilter.None));
        Assert.Equal([ended], await LedgerAsync(town, next, new() { Words = "冷库" }));
        var seen = await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(next, ended, Ct));
        Assert.Equal((await town.City.RegionAsync(SmallCity.Village)).Path, seen.Appeal.Path[..^4]);
        Assert.Empty(await LedgerAsync(town, neighbour, LedgerFilter.None));
        Assert.Equal(1, await town.Test.RunAsync<CountKind, int>(async u => await u.RunAsync((await town.City.RegionAsync(Into)).Path, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-30), Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_filter_kept_from_before_leads_to_the_place_of_today(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (ended, (_, open)) = (await EndedAsync(town, SmallCity.Grid), await town.ReportAsync());
        await MergeAsync(town, SmallCity.Village, Into);
        var head = await town.AsAsync(Role.CountyHead, SmallCity.County);

        foreach (var code in (string[])[SmallCity.Village, Into, SmallCity.Grid])
        {
            Assert.Equal([open, ended], await LedgerAsync(town, head, new() { Region = code }));
        }

        Assert.Equal(1, (await town.Test.RunAsync<CountLedger, LedgerCounts>(u => u.RunAsync(head, SmallCity.Village, Ct))).Stages[Stage.Handling]);
        var chosen = await town.Test.RunAsync<ListLedgerRegions, IReadOnlyList<LedgerRegion>>(u => u.RunAsync(head, SmallCity.Village, Ct));
        Assert.Equal("村202", Assert.Single(chosen, r => r.Chosen).Name);
        Assert.DoesNotContain(chosen, r => r.Name == "村201" && r.Code == SmallCity.Village);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_goes_on_in_the_new_village_still_does_not_see_what_is_about_the_old_one(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var secretary = await town.SecretaryAsync();
        var ended = await EndedAsync(town, SmallCity.Grid, secretary.Posts[0].Unit);
        await MergeAsync(town, SmallCity.Village, Into, secretary.Posts[0].Id.Value);

        var moved = await town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(secretary.Person, null, "test", Ct).AsTask());

        Assert.Equal((await town.City.RegionAsync(Into)).Id, Assert.Single(moved.Posts).Region);
        Assert.Empty(await LedgerAsync(town, moved, LedgerFilter.None));
        Assert.IsType<NoSuchAppeal>(await town.RefusedAsync<ReadAppeal, AppealView>(u => u.RunAsync(moved, ended, Ct)));
        Assert.Equal([ended], await LedgerAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County), LedgerFilter.None));
    }

    [Theory, OnBothDatabases]
    public async Task A_code_that_another_village_has_now_opens_nothing_of_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);
        await town.RunAsync<ChangeRegion, Done>(u => u.RunAsync(SmallCity.Village, new("620402100209"), day, Ct));
        await town.RunAsync<ChangeRegion, Done>(u => u.RunAsync(Into, new(SmallCity.Village), day, Ct));
        var others = await EndedAsync(town, SmallCity.Village);

        var first = await town.City.ViewerAsync(Role.VillageSecretary, "620402100209");

        Assert.Empty(await LedgerAsync(town, first, LedgerFilter.None));
        Assert.Equal([others], await LedgerAsync(town, await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), LedgerFilter.None));
    }

    [Theory, OnBothDatabases]
    public async Task What_came_on_the_day_of_the_merger_counts_once_and_under_the_old_name(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await EndedAsync(town, SmallCity.Grid);
        await town.ReportAsync();
        await MergeAsync(town, SmallCity.Village, Into);
        await town.ReportAsync();
        var admin = await town.City.AdministratorAsync();

        var old = await town.RunAsync<ReadRegionHistory, RegionHistory>(u => u.RunAsync(admin, SmallCity.Village, Ct));
        var now = await town.RunAsync<ReadRegionHistory, RegionHistory>(u => u.RunAsync(admin, Into, Ct));

        Assert.Equal((2, 0, 1), (old.Lives[^1].Received, old.Lives[^1].Open, old.Lives[^1].Moved));
        Assert.Equal((1, 1, 0), (now.Lives[^1].Received, now.Lives[^1].Open, now.Lives[^1].Moved));
    }

    private static async Task<AppealId> EndedAsync(Town town, string region, UnitId? about = null)
    {
        var (receipt, id) = await town.ReportAsync(Town.Noise() with { RegionCode = region, AboutUnit = about?.Value });
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));
        return id;
    }

    private static async Task MergeAsync(Town town, string from, string into, params Guid[] moving) =>
        await town.RunAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), new(from, into, null, "白政发〔2026〕3号", moving), Ct));

    private static async Task<AppealId[]> LedgerAsync(Town town, Viewer viewer, LedgerFilter filter) =>
        [.. (await town.RunAsync<ReadLedger, LedgerPage>(u => u.RunAsync(viewer, filter, null, Ct))).Rows.Select(r => r.Appeal)];
}
