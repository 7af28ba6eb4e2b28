using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Reorganising;
using Minqing.App.Appeals;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>Whom a merger concerns hears of it beforehand and on its day (O-09).</summary>
[Trait("Spec", "O-09")]
public sealed class ReorganisationNoticeTests
{
    private const string Into = "620402100202";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Both_villages_and_the_units_with_work_there_are_told_of_the_plan_and_again_on_its_day(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, next, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillageSecretary, Into), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        var (neighbour, otherCentre) = (await town.AsAsync(Role.VillageSecretary, SmallCity.OtherVillage), await town.AsAsync(Role.TownCentre, "620402101000"));
        var (_, id) = await town.ReportAsync();
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, null, null, Ct));
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<RaiseAppeal, StepDone>(u => u.RunAsync(secretary, id, "社区办不了。", "上门三次。", null, null, Ct));
        await town.RunAsync<AcceptRaised, StepDone>(u => u.RunAsync(centre, id, null, Ct));
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);

        await PlanAsync(town, day.AddDays(5));

        var planned = await ToldAsync(town, NoticeKind.ReorganisationPlanned);
        Assert.Equal("村201并入村202，在办诉求一起转过去，时限不变", planned.Select(n => n.Address).Distinct().Single());
        Assert.All(planned, n => Assert.Equal((day.AddDays(5), false), (LocalTime.DayOf(n.DueAt!.Value), n.Sms is not null)));
        Assert.Superset(new HashSet<PersonId> { secretary.Person, next.Person, centre.Person }, planned.Select(n => n.Person).ToHashSet());
        Assert.DoesNotContain(planned, n => n.Person == neighbour.Person || n.Person == otherCentre.Person);

        town.Pass(TimeSpan.FromDays(5));
        await DueAsync(town);

        var done = await ToldAsync(town, NoticeKind.ReorganisationDone);
        Assert.Equal(planned.Select(n => n.Person).OrderBy(p => p.Value), done.Select(n => n.Person).OrderBy(p => p.Value));
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_called_off_is_told_to_those_who_heard_of_it_and_one_for_today_only_once(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);
        var (id, admin) = (await PlanAsync(town, day.AddDays(3)), await town.City.AdministratorAsync());
        var planned = await ToldAsync(town, NoticeKind.ReorganisationPlanned);
        await town.RunAsync<CallOffReorganisation, Done>(u => u.RunAsync(admin, id, Ct));

        var off = await ToldAsync(town, NoticeKind.ReorganisationCalledOff);
        await PlanAsync(town, null);

        Assert.Equal(6, planned.Count);
        Assert.Equal(planned.Select(n => n.Person).OrderBy(p => p.Value), off.Select(n => n.Person).OrderBy(p => p.Value));
        Assert.Equal(planned.Select(n => n.Person).OrderBy(p => p.Value), (await ToldAsync(town, NoticeKind.ReorganisationDone)).Select(n => n.Person).OrderBy(p => p.Value));
        Assert.Equal(6, (await ToldAsync(town, NoticeKind.ReorganisationPlanned)).Count);
    }

    private static async Task<ReorganisationId> PlanAsync(Town town, DateOnly? day) =>
        await town.RunAsync<PlanMerge, ReorganisationId>(async u => await u.RunAsync(await town.City.AdministratorAsync(), ReorganisingTests.Form() with { Day = day }, Ct));

    private static Task DueAsync(Town town) => town.Test.RunAsync<ReorganiseDue, bool>(async u =>
    {
        await u.WorkAsync(new("reorganise", new(DayOfWeek.Monday, 0), typeof(ReorganiseDue), ""), town.Test.Clock.GetUtcNow().UtcDateTime, Ct);
        return true;
    });

    private static async Task<List<Notice>> ToldAsync(Town town, NoticeKind kind)
    {
        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == kind).ToListAsync(Ct);
    }
}
