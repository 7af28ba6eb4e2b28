using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.App.Supervision.Watching;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Appeals;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

[Trait("Spec", "S-01")]
public sealed class WatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-25")]
    public async Task What_was_found_unfounded_counts_apart_from_what_was_settled_in_a_place(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (head, (_, solved), (_, unfounded)) = (await town.AsAsync(Role.CountyHead, SmallCity.County), await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800009999")));
        await town.SettledAsync(solved);
        await town.SettledAsync(unfounded);
        await using var db = town.Test.NewDb();
        await db.Appeals.Where(a => a.Id == unfounded).ExecuteUpdateAsync(set => set.SetProperty(a => a.Outcome, Outcome.Unfounded), Ct);

        var place = Assert.Single(await town.RunAsync<ListPlaces, IReadOnlyList<PlaceState>>(u => u.RunAsync(head, Ct)), p => p.Code == SmallCity.Town);
        Assert.Equal((1, 1), (place.Settled, place.Unfounded));
    }

    [Theory, OnBothDatabases]
    public async Task What_nears_its_limit_and_passes_it_stands_with_every_leader_above_it_and_no_other(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        var (head, county) = (await town.AsAsync(Role.TownHead, SmallCity.Town), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var other = await town.AsAsync(Role.TownHead, "620402101000");

        var before = await ListAsync(town, county);
        await PassAsync(town, TimeSpan.FromDays(3.25)); // due at the end of Thursday
        var near = await ListAsync(town, county);
        await PassAsync(town, TimeSpan.FromDays(1));
        var (late, mine, foreign) = (await ListAsync(town, county), await ListAsync(town, head), await ListAsync(town, other));

        Assert.Empty(before.Rows);
        Assert.Equal((0, 1), (near.Pressing, near.Counts[Concern.NearDue]));
        Assert.Equal((1, 1, 0), (late.Pressing, late.Counts[Concern.Overdue], late.Counts[Concern.NearDue]));
        Assert.Equal(id, Assert.Single(late.Rows).Appeal);
        Assert.Equal("村201", late.Rows[0].Lead);
        Assert.Equal(id, Assert.Single(mine.Rows).Appeal);
        Assert.Empty(foreign.Rows);
        Assert.IsType<NotForYou>(await town.RefusedAsync<ListWatched, WatchList>(u => u.RunAsync(secretary, Concern.None, null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task A_sensitive_one_stands_only_with_those_who_see_such(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        await town.RunAsync<RestrictAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, true, false, "涉及个人隐私", null, Ct));

        var county = await ListAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County), Concern.Sensitive);
        var head = await ListAsync(town, await town.AsAsync(Role.TownHead, SmallCity.Town), Concern.Sensitive);

        Assert.Equal(id, Assert.Single(county.Rows).Appeal);
        Assert.Empty(head.Rows);
        Assert.All(head.Counts.Values, count => Assert.Equal(0, count));
    }

    [Theory, OnBothDatabases]
    public async Task Many_reports_of_one_appeal_are_repeated_and_then_a_group_and_the_journal_rebuilds_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);

        await CountAsync(town, id, 2);
        var twice = await ListAsync(town, county, Concern.Repeated);
        await CountAsync(town, id, 5);
        var many = await ListAsync(town, county, Concern.Group);

        Assert.Equal(Concern.Repeated, Assert.Single(twice.Rows).Concerns);
        Assert.Equal(Concern.Repeated | Concern.Group, Assert.Single(many.Rows).Concerns);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-04")]
    public async Task What_was_sent_back_twice_stands_there_until_then_not_and_how_often_it_was_urged(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var (secretary, centre, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyHead, SmallCity.County));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));

        await SendBackAsync();
        var once = await ListAsync(town, county);
        await SendBackAsync();
        await town.RunAsync<UrgeUnit, StepDone>(u => u.RunAsync(county, id, "抓紧", null, Ct));
        var twice = await ListAsync(town, county, Concern.Returned);

        Assert.Empty(once.Rows);
        Assert.Equal((id, Concern.Returned, 1), (Assert.Single(twice.Rows).Appeal, twice.Rows[0].Concerns, twice.Rows[0].Urges));
        Assert.Equal(1, twice.Counts[Concern.Returned]);

        async Task SendBackAsync()
        {
            await town.RunAsync<RaiseAppeal, StepDone>(u => u.RunAsync(secretary, id, "管不了", "上门两次", null, null, Ct));
            await town.RunAsync<SendBack, StepDone>(u => u.RunAsync(centre, id, "先在村里办", null, Ct));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_long_list_is_read_page_by_page_each_once_the_longest_waiting_first(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var expected = new List<AppealId>();
        for (var i = 0; i < ListWatched.PageSize + 3; i++)
        {
            var (_, id) = await town.ReportAsync(Town.Noise(null));
            await CountAsync(town, id, 2);
            expected.Add(id);
        }

        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);
        var first = await ListAsync(town, county);
        var second = await ListAsync(town, county, after: first.Next);

        Assert.Equal(expected, first.Rows.Concat(second.Rows).Select(r => r.Appeal));
        Assert.Equal((expected.Count, expected.Count), (first.Pressing, first.Grave));
        Assert.Null(second.Next);
    }

    private static Task<WatchList> ListAsync(Town town, Viewer viewer, Concern only = Concern.None, string? after = null) =>
        town.RunAsync<ListWatched, WatchList>(u => u.RunAsync(viewer, only, after, Ct));

    private static async Task PassAsync(Town town, TimeSpan time)
    {
        town.Pass(time);
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
    }

    private static async Task CountAsync(Town town, AppealId id, int reports)
    {
        await using var db = town.Test.NewDb();
        (await AppealCase.LoadAsync(db, id, Ct))!.Appeal.CountReports(reports, new(Actor.Platform, town.Test.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(Ct);
    }
}
