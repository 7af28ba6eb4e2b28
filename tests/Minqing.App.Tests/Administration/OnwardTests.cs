using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Administration.Reorganising;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.Running;
using Minqing.App.Supervision.Reconciling;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>What was laid down for a village that is no more goes on with the one that took its place (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class OnwardTests
{
    private const string Into = "620402100202";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Leave_that_was_laid_down_goes_along_with_whoever_goes_on(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);
        await town.RunAsync<NameStandIn, Done>(u => u.RunAsync(secretary, secretary.Posts[0].Id, police.Person, day.AddDays(3), day.AddDays(5), Ct));

        await MergeAsync(town, Into, secretary.Posts[0].Id.Value, police.Posts[0].Id.Value);

        await using var db = town.Test.NewDb();
        var onward = await db.Posts.SingleAsync(p => p.Holder == secretary.Person && p.Until == null, Ct);
        var away = Assert.Single(onward.StandIns);
        Assert.Equal((police.Person, day.AddDays(3), day.AddDays(6)), (away.Person, LocalTime.DayOf(away.Since), LocalTime.DayOf(away.Until)));
        town.Pass(TimeSpan.FromDays(4));
        var stands = await town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(police.Person, null, "test", Ct).AsTask());
        Assert.Contains(stands.Posts, p => p.Id == onward.Id && p.For == secretary.Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-06")]
    public async Task Who_lost_their_only_post_stands_in_elsewhere_no_more_and_who_goes_on_does(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));
        var now = town.Test.Clock.GetUtcNow().UtcDateTime;
        await using (var before = town.Test.NewDb())
        {
            foreach (var (role, person) in new[] { (Role.TownHead, secretary.Person), (Role.TownCommissioner, police.Person) })
                Assert.Null((await before.Posts.FirstAsync(p => p.Role == role && p.Holder != null && p.Until == null, Ct)).NameStandIn(person, now, now.AddDays(9), new(Actor.Platform, now)));
            await before.SaveChangesAsync(Ct);
        }

        town.Pass(TimeSpan.FromHours(1));
        await MergeAsync(town, Into, police.Posts[0].Id.Value);

        await using var db = town.Test.NewDb();
        Assert.Equal(now.AddHours(1), (await db.Posts.SingleAsync(p => p.Role == Role.TownHead && p.StandIns.Any(), Ct)).StandIns[0].Until);
        Assert.Equal(now.AddDays(9), (await db.Posts.SingleAsync(p => p.Role == Role.TownCommissioner && p.StandIns.Any(), Ct)).StandIns[0].Until);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_administrators_at_once_one_merges_and_the_other_is_told(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var admin = await town.City.AdministratorAsync();

        var both = await Task.WhenAll(((string[])[Into, SmallCity.OtherVillage]).Select(into => Task.Run(
            () => town.Test.RunAsync<PlanMerge, Result<ReorganisationId>>(u => u.RunAsync(admin, new(SmallCity.Village, into, null, "白政发〔2026〕3号", []), Ct)), Ct)));

        Assert.Equal(1, both.Count(b => b.Ok));
        Assert.Contains(both, b => b is { Ok: false, Problem: PlannedAlready or NoSuchRegion });
        await using var db = town.Test.NewDb();
        var done = await db.Reorganisations.SingleAsync(Ct);
        Assert.Equal((ReorganisationState.Done, done.Successor), (done.State, (await town.City.RegionAsync(SmallCity.Village)).MergedInto));
        Assert.Empty(await db.Posts.Where(p => p.Region == done.Region && p.Until == null).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task A_list_of_duties_that_names_the_old_village_still_holds_where_its_grids_are(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);

        await MergeAsync(town, Into);

        Assert.Superset(new HashSet<string> { SmallCity.Village, SmallCity.Grid, Into }, (await town.City.AtAsync(Into + "002")).Codes.ToHashSet());
        Assert.DoesNotContain(SmallCity.Village, (await town.City.AtAsync(Into + "001")).Codes);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_of_the_week_of_the_old_village_is_confirmed_by_the_new_one(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        town.Pass(TimeSpan.FromDays(4)); // Friday
        await town.Test.Services.GetRequiredService<RunSchedule>().AllDueAsync(Ct);
        await using var db = town.Test.NewDb();
        var list = await db.Reconciliations.AsNoTracking().SingleAsync(Ct);
        await MergeAsync(town, Into);

        var next = await town.City.ViewerAsync(Role.VillageSecretary, Into);

        Assert.True((await town.RunAsync<ReadReconciliation, ReconciliationView>(u => u.RunAsync(next, list.Id, Ct))).MayConfirm);
        await town.RunAsync<ConfirmList, Done>(u => u.RunAsync(next, list.Id, [], Ct));
        Assert.NotNull((await db.Reconciliations.AsNoTracking().SingleAsync(Ct)).ConfirmedAt);
    }

    private static async Task MergeAsync(Town town, string into, params Guid[] moving) =>
        await town.RunAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), new(SmallCity.Village, into, null, "白政发〔2026〕3号", moving), Ct));
}
