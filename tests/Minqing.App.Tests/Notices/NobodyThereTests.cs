using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
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

/// <summary>Where nobody would read a notice, whoever can do something about it does.</summary>
public sealed class NobodyThereTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task What_comes_to_a_unit_in_which_nobody_is_is_told_to_the_nearest_centre_that_may_give_it_on_and_its_first_warning_to_whoever_leads(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (unit, officer) = await town.BureauAsync("城管");
        await EndAsync(town, officer);
        var (_, id) = await town.ReportAsync();

        await town.RunAsync<TransferAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, unit, "属部门职责", null, Ct));
        await Outbox.DrainAsync(town.Test);
        Assert.Equal([Role.CountyCentre], await ToldAsync(town, NoticeKind.NobodyThere)); // the town's may not give away what the county gave
        var desk = await town.Test.RunAsync<ListDispatch, DispatchList>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), null, null, null, Ct));
        Assert.Equal((id, DispatchWork.Vacant), Assert.Single(desk.Rows) is var row ? (row.Appeal, row.Work) : default);

        town.Pass(TimeSpan.FromDays(8));
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
        await Outbox.DrainAsync(town.Test);
        Assert.NotEmpty(await ToldAsync(town, NoticeKind.LimitNear, ClockKind.Handle));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task What_nobody_is_there_to_look_at_first_is_given_to_its_lead_by_the_centre_above_and_by_nobody_else(Engine engine)
    {
        var profile = ReceiptTests.Screened with { Flow = [.. ReceiptTests.Screened.Flow.Select(f => f.Step == Step.Assign ? f with { Roles = [Role.TownCentre, Role.CountyCentre] } : f)] };
        await using var town = await Town.OnAsync(engine, profile);
        var (unit, _) = await town.BureauAsync("城管");
        var (below, above) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var (_, id) = await town.ReportAsync();
        Assert.Equal(new StepNotYours(Step.Assign), await town.RefusedAsync<AssignAppeal, StepDone>(u => u.RunAsync(above, id, new(unit, null), null, Ct)));

        await EndAsync(town, below);
        Assert.Contains(Step.Assign, (await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(above, id, Ct))).Open);
        foreach (var role in new[] { Role.TownCommissioner, Role.TownHead, Role.CountyLeaderInCharge })
        {
            await EndAsync(town, await town.AsAsync(role, SmallCity.Town));
        }

        var (_, later) = await town.ReportAsync();
        await Outbox.DrainAsync(town.Test);

        Assert.Equal([Role.CountyCentre], await ToldAsync(town, NoticeKind.NobodyThere));
        var desk = await town.Test.RunAsync<ListDispatch, DispatchList>(u => u.RunAsync(above, null, null, null, Ct));
        Assert.Equal([(id, DispatchWork.Vacant), (later, DispatchWork.Vacant)], desk.Rows.OrderBy(r => r.StartAt).Select(r => (r.Appeal, r.Work)));
        await town.RunAsync<AssignAppeal, StepDone>(u => u.RunAsync(above, id, new(unit, null), null, Ct));
        Assert.Equal((Stage.Handling, unit), (await town.CaseAsync(id)).Appeal is var given ? (given.Stage, given.Lead!.Value.Value) : default);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task Nobody_below_acts_in_the_place_of_one_above(Engine engine)
    {
        var profile = ReceiptTests.Screened with
        {
            Screening = new(new(UnitKind.GovernanceCentre, RegionLevel.County, null), null, []),
            Flow = [.. ReceiptTests.Screened.Flow.Select(f => f.Step == Step.Assign ? f with { Roles = [Role.TownCentre, Role.CountyCentre, Role.CityCentre] } : f)],
        };
        await using var town = await Town.OnAsync(engine, profile);
        var village = (await town.SecretaryAsync()).Posts[0].Unit.Value;
        await EndAsync(town, await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var (_, id) = await town.ReportAsync();

        var below = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        Assert.Equal(new StepNotYours(Step.Assign), await town.RefusedAsync<AssignAppeal, StepDone>(u => u.RunAsync(below, id, new(village, "就地办"), null, Ct)));
        var above = await town.AsAsync(Role.CityCentre, SmallCity.City);
        await town.RunAsync<AssignAppeal, StepDone>(u => u.RunAsync(above, id, new(village, "就地办"), null, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-15")]
    public async Task A_limit_of_a_unit_outside_is_told_to_whoever_gave_it_the_order(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (outside, officer) = await town.BureauAsync("法院");
        await EndAsync(town, officer);
        var (_, id) = await town.ReportAsync();

        await town.RunAsync<ReferAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, WayOut.PlatformAbove, "区法院", outside, "已转区法院。", null, Ct));
        town.Pass(TimeSpan.FromDays(24));
        await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
        await Outbox.DrainAsync(town.Test);

        Assert.Contains(Role.CountyCentre, await ToldAsync(town, NoticeKind.LimitPassed, ClockKind.External));
    }

    private static async Task EndAsync(Town town, Viewer officer)
    {
        await using var db = town.Test.NewDb();
        var post = await db.Posts.SingleAsync(p => p.Holder == officer.Person, Ct);
        Assert.True(post.EndHolding(town.City.Start.AddMinutes(1), new(Actor.Platform, town.Test.Clock.GetUtcNow().UtcDateTime)).Ok);
        await db.SaveChangesAsync(Ct);
    }

    // The roles of those who were told.
    private static async Task<IReadOnlyList<Role>> ToldAsync(Town town, NoticeKind kind, ClockKind? clock = null)
    {
        await using var db = town.Test.NewDb();
        return await (from n in db.Notices where n.Kind == kind && (clock == null || n.Clock == clock) join p in db.Posts on n.Person equals p.Holder select p.Role).Distinct().ToListAsync(Ct);
    }
}
