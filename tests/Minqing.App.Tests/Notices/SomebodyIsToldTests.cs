using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Timing;
using Minqing.App.Notices;
using Minqing.App.Running;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Whatever is asked is told to somebody who can read it and do something about it.</summary>
public sealed class SomebodyIsToldTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Where_nobody_of_a_unit_has_the_category_whoever_can_give_it_on_hears(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var county = await town.AsAsync(Role.CountyCentre, SmallCity.County);
        var (bureau, officer) = await town.BureauAsync("market");
        await LimitAsync(town, officer.Posts[0].Id, "A1");
        var (_, id) = await town.ReportAsync();

        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, bureau, "职责清单", null, Ct));

        Assert.Contains(await ToldAsync(town, NoticeKind.NobodyThere), n => n.Person == county.Person);
        Assert.DoesNotContain(await ToldAsync(town, NoticeKind.WorkArrived), n => n.Person == officer.Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    [Trait("Spec", "D-03")]
    public async Task Who_has_it_is_told_once_that_it_was_merged_and_once_that_it_was_parted(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, id), (_, into)) = (await town.ReportAsync(), await town.ReportAsync(Town.Noise("13800007777")));
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town));

        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, id, into.Value, null, null, Ct));
        Assert.Equal((id, null), Assert.Single(await ToldAsync(town, NoticeKind.Merged), n => n.Person == secretary.Person) is var merged ? (merged.Appeal, merged.Sms) : default);
        await town.RunAsync<UnmergeAppeal, StepDone>(u => u.RunAsync(centre, id, null, Ct));
        Assert.NotNull(Assert.Single(await ToldAsync(town, NoticeKind.Parted), n => n.Person == secretary.Person).DueAt);
        Assert.Empty(await ToldAsync(town, NoticeKind.TimeStandsStill));
        Assert.Empty(await ToldAsync(town, NoticeKind.TimeRunsAgain));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    [Trait("Spec", "D-03")]
    public async Task A_leader_limited_to_categories_is_not_told_of_others_and_the_warning_climbs_past(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (leader, above) = (await town.AsAsync(Role.TownCommissioner, SmallCity.Town), await town.AsAsync(Role.TownHead, SmallCity.Town));
        await LimitAsync(town, leader.Posts[0].Id, "A2");
        var (_, noise) = await town.ReportAsync();
        var (_, water) = await town.ReportAsync(Town.Noise("13800007777") with { CategoryCode = "A2" });

        Assert.Equal([above.Person], await ReachedAsync(town, noise, ClockKind.Handle, tier: 2));
        Assert.Equal([leader.Person], await ReachedAsync(town, water, ClockKind.Handle, tier: 2));
        await using var db = town.Test.NewDb();
        var (skips, asks) = (await db.Reports.SingleAsync(r => r.Appeal == noise, Ct), await db.Reports.SingleAsync(r => r.Appeal == water, Ct));
        var tier = TurnKey.Of(2, leader.Posts[0].Region);
        Assert.DoesNotContain(tier, skips.Ladder);
        Assert.Contains(tier, asks.Ladder);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-05")]
    public async Task That_time_stands_still_and_runs_again_by_itself_is_told_to_those_whose_it_is(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var (_, id) = await town.ReportAsync();
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(4);
        await town.RunAsync<SuspendAppeal, StepDone>(u => u.RunAsync(county, id, SuspendReason.AwaitReporterMaterial, day, "等材料", null, Ct));

        Assert.Contains(await ToldAsync(town, NoticeKind.TimeStandsStill), n => n.Person == secretary.Person && n.Sms is null);
        Assert.Empty(await ToldAsync(town, NoticeKind.TimeRunsAgain));
        town.Pass(TimeSpan.FromDays(5));
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);

        var due = (await town.CaseAsync(id)).Appeal.Clocks.Where(c => c.Kind is ClockKind.Handle or ClockKind.Sign).Select(c => (DateTime?)c.DueAt).ToList();
        Assert.Contains(await ToldAsync(town, NoticeKind.TimeRunsAgain), n => n.Person == secretary.Person && n.Sms is not null && due.Contains(n.DueAt));
        Assert.DoesNotContain(await ToldAsync(town, NoticeKind.TimeRunsAgain), n => n.Person == county.Person);
    }

    // Whom a tier of a warning of the running clock of that kind reaches.
    private static async Task<IReadOnlyList<PersonId>> ReachedAsync(Town town, AppealId id, ClockKind kind, int tier = 1)
    {
        await using var scope = town.Test.Scope();
        var it = (await town.CaseAsync(id)).Appeal;
        var clock = it.Clocks.Last(c => c.Kind == kind && c.Runs);
        var matter = (await scope.ServiceProvider.GetRequiredService<Matters>().OfAsync(it.Subject, null, Ct))!;
        return [.. (await scope.ServiceProvider.GetRequiredService<Recipients>().OfAsync(new(NoticeKind.LimitPassed, new ClockTier(clock.No, tier), true), matter, clock, Ct)).Select(r => r.Person)];
    }

    private static async Task<List<Notice>> ToldAsync(Town town, NoticeKind kind)
    {
        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == kind).ToListAsync(Ct);
    }

    private static async Task LimitAsync(Town town, PostId id, string category)
    {
        IReadOnlyList<string> only = [category];
        await using var db = town.Test.NewDb();
        await db.Posts.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Categories, only), Ct);
    }
}
