using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Events;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Where somebody must not have it, or a call is to be made after all, whoever has it instead is told at once.</summary>
public sealed class OthersInsteadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "H-02")]
    public async Task Where_a_tier_is_whom_it_is_about_the_next_is_told_to_call(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (id, done) = (await scene.ReportAsync(), await scene.ReportAsync());
        await town.CalledAsync(done);
        await scene.RunAsync();
        var commissioner = await town.AsAsync(Role.TownCommissioner, SmallCity.Town);
        Assert.DoesNotContain(await scene.NoticesAsync(NoticeKind.FirstCall), n => n.Person == commissioner.Person);

        await NameAsync(id);
        await NameAsync(done); // called already: there is nothing to call about
        await scene.RunAsync();

        var told = Assert.Single(await scene.NoticesAsync(NoticeKind.FirstCall), n => n.Person == commissioner.Person);
        Assert.Equal((id, ClockKind.FirstCall, true), (told.Appeal, told.Clock!.Value, told.Sms is not null));

        async Task NameAsync(AppealId appeal)
        {
            var village = (await town.CaseAsync(appeal)).Appeal.Lead!.Value.Value;
            await town.RunAsync<NameTarget, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), appeal, village, null, null, Ct));
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-31")]
    public async Task Restricted_as_a_disclosure_its_keeper_is_told_to_call(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (id, centre) = (await scene.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await scene.RunAsync();

        await town.RunAsync<RestrictAppeal, StepDone>(u => u.RunAsync(centre, id, true, true, "反映干部", null, Ct));
        await scene.RunAsync();

        Assert.Contains(await scene.NoticesAsync(NoticeKind.FirstCall), n => n.Person == centre.Person && n.Appeal == id);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-21")]
    [Trait("Spec", "H-22")]
    public async Task Another_checker_and_another_desk_are_told_as_the_first_were(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (id, county) = (await scene.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var city = await town.AsAsync(Role.CityCentre, SmallCity.City);
        await town.CalledAsync(id);
        await town.SignedAsync(id);
        await town.RunAsync<FinishAppeal, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, new("夜间不再响。", "上门协调", Outcome.Explained), null, Ct));
        await NameAsync((await town.AsAsync(Role.TownCentre, SmallCity.Town)).Posts[0].Unit);
        await scene.RunAsync();
        Assert.Contains(await scene.NoticesAsync(NoticeKind.CheckWanted), n => n.Person == county.Person);

        await town.RunAsync<PassCheck, StepDone>(u => u.RunAsync(county, id, null, null, Ct));
        await NameAsync(county.Posts[0].Unit);
        await scene.RunAsync();
        Assert.Contains(await scene.NoticesAsync(NoticeKind.FollowUpWanted), n => n.Person == city.Person);

        Task<StepDone> NameAsync(UnitId unit) => town.RunAsync<NameTarget, StepDone>(u => u.RunAsync(city, id, unit.Value, null, null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-20")]
    public async Task A_promise_that_is_proven_is_told_to_whoever_checks_it(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var id = await scene.ReportAsync();
        await town.ClosedAsync(id, new("开春化冻后重铺路面。", "列入计划", Outcome.Promised, LocalTime.DayOf(scene.City.Start).AddDays(60)));
        await scene.RunAsync();
        var centre = (await town.AsAsync(Role.TownCentre, SmallCity.Town)).Person;
        var before = await WantedAsync();

        await town.RunAsync<ProvePromise, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, "路面已经重铺", null, null, null, Ct));
        await scene.RunAsync();

        Assert.Equal(before + 1, await WantedAsync());

        async Task<int> WantedAsync() => (await scene.NoticesAsync(NoticeKind.CheckWanted)).Count(n => n.Person == centre);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-29")]
    public async Task What_leaves_a_mass_event_is_told_to_whoever_calls_once_more(Engine engine)
    {
        await using var scene = await NoticeScene.OnAsync(engine);
        var town = Town.Of(scene.City);
        var (id, county, secretary) = (await scene.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.SecretaryAsync());
        await scene.RunAsync();
        var named = await town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "大风停电", SmallCity.Village, "C4", scene.City.Start.AddDays(-1), Ct));
        await town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(county, id, named, null, Ct));
        await town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(county, id, null, null, Ct));
        await scene.RunAsync();

        Assert.Equal(2, (await scene.NoticesAsync(NoticeKind.FirstCall)).Count(n => n.Person == secretary.Person));
    }
}
