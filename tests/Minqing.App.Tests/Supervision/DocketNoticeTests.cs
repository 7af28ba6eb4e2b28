using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>A unit of which supervision wants something is told, in the app and by SMS.</summary>
public sealed class DocketNoticeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "H-16")]
    public async Task A_unit_is_told_of_its_task_once_and_again_when_its_answer_is_returned(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync();
        var (keeper, secretary) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.SecretaryAsync());
        var form = new DocketForm { Title = "夜里的冷库", Words = "很多人反映", Appeals = appeal.Value.ToString(), Post = keeper.Posts[0].Id.Value, Until = new(2026, 3, 20) };
        var docket = (await town.RunAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.KeyMatter, form, Ct))).Id;
        await TakeAsync(town, keeper, docket, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Words = "夜里停机", Until = new(2026, 3, 9) });

        var first = await ToldAsync(town);
        await TakeAsync(town, secretary, docket, DocketStep.Answer, new() { Task = 1, Words = "停了" });
        await TakeAsync(town, keeper, docket, DocketStep.ReturnTask, new() { Task = 1, Words = "还在响" });
        var second = await ToldAsync(town);

        Assert.Equal(3, first.Count);
        Assert.Equal(6, second.Count);
        Assert.All(second, n => Assert.Equal((appeal, "夜里的冷库", true), (n.Appeal, n.Address, n.Sms is not null)));
        Assert.Contains(first, n => n.Person == secretary.Person && n.DueAt is not null);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "D-03")]
    public async Task Its_owner_is_told_that_it_is_theirs_and_came_back_and_each_whose_limit_runs_out(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var town = watch.Town;
        var (_, appeal) = await town.ReportAsync();
        var (keeper, owner, secretary, judge) = (await watch.CentreAsync(), await town.AsAsync(Role.TownCommissioner, SmallCity.Town), await town.SecretaryAsync(), await watch.CountyAsync());
        var docket = await watch.OpenAsync(keeper, DocketKind.KeyMatter, new() { Appeals = appeal.Value.ToString(), Post = owner.Posts[0].Id.Value, Until = watch.Day(20) });
        await watch.TakeAsync(keeper, docket, DocketStep.SetTask, new() { Unit = secretary.Posts[0].Unit.Value, Until = watch.Day(4) });

        var owned = Assert.Single(await ToldAsync(town, NoticeKind.DocketOwned));
        Assert.Equal((owner.Person, "夜里的噪声", true), (owned.Person, owned.Address, owned.Sms is not null));
        Assert.Equal(watch.Day(20), LocalTime.DayOf(owned.DueAt!.Value));

        await PassAsync(town, 6);
        Assert.All(await ToldAsync(town, NoticeKind.DocketNear), n => Assert.Equal(ClockKind.Task, n.Clock));
        Assert.Contains(await ToldAsync(town, NoticeKind.DocketNear), n => n.Person == secretary.Person && n.Sms is not null);
        var late = await ToldAsync(town, NoticeKind.DocketLate);
        Assert.Contains(late, n => n.Person == secretary.Person);
        Assert.Contains(late, n => n.Person == keeper.Person);
        Assert.DoesNotContain(late, n => n.Person == owner.Person);

        await watch.TakeAsync(secretary, docket, DocketStep.Answer);
        Assert.Equal(keeper.Person, Assert.Single(await ToldAsync(town, NoticeKind.DocketAnswered)).Person);
        await watch.TakeAsync(keeper, docket, DocketStep.AcceptTask);
        await watch.TakeAsync(owner, docket, DocketStep.Submit);
        var asked = await ToldAsync(town, NoticeKind.DocketSubmitted);
        Assert.Contains(asked, n => n.Person == keeper.Person);
        Assert.DoesNotContain(asked, n => n.Person == owner.Person || n.Sms is not null);
        await watch.TakeAsync(judge, docket, DocketStep.SendBack);
        Assert.Equal(2, (await ToldAsync(town, NoticeKind.DocketOwned)).Count(n => n.Person == owner.Person));

        await PassAsync(town, 20);
        Assert.Contains(await ToldAsync(town, NoticeKind.DocketLate), n => n.Person == owner.Person && n.Clock == ClockKind.Docket);
        await watch.TakeAsync(owner, docket, DocketStep.Submit);
        await watch.TakeAsync(judge, docket, DocketStep.StrikeOff);
        Assert.Superset(new HashSet<PersonId> { owner.Person, secretary.Person }, (await ToldAsync(town, NoticeKind.DocketEnded)).Select(n => n.Person).ToHashSet());
        Assert.DoesNotContain(await ToldAsync(town, NoticeKind.DocketEnded), n => n.Person == judge.Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-10")]
    public async Task A_deputy_is_told_of_the_answer_and_that_none_came(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (deputy, other, secretary) = (await watch.AppointAsync(Role.Deputy, SmallCity.Town), await watch.AppointAsync(Role.Deputy, SmallCity.Town), await watch.Town.SecretaryAsync());
        var (receipt, _) = await watch.Town.ReportAsync();
        var advice = await watch.OpenAsync(deputy, DocketKind.Advice, new() { Appeals = receipt.Number, Unit = secretary.Posts[0].Unit.Value });

        await PassAsync(watch.Town, 20);
        Assert.Contains(await ToldAsync(watch.Town, NoticeKind.DocketLate), n => n.Person == deputy.Person && n.Clock == ClockKind.AdviceAnswer);
        await watch.TakeAsync(secretary, advice, DocketStep.Answer);

        Assert.Equal(deputy.Person, Assert.Single(await ToldAsync(watch.Town, NoticeKind.DocketAnswered)).Person);
        Assert.DoesNotContain(await ToldAsync(watch.Town, NoticeKind.DocketLate), n => n.Person == other.Person);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-06")]
    public async Task A_project_that_is_proposed_is_told_to_those_who_may_take_it_on_there_and_then_to_its_owner(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, secretary) = (await watch.CountyAsync(), await watch.Town.SecretaryAsync());
        for (var i = 0; i < 3; i++)
            await watch.Town.ReportAsync();

        var proposed = await ToldAsync(watch.Town, NoticeKind.ProjectProposed);
        var city = await watch.Town.AsAsync(Role.CityPoliticalLegalSecretary, SmallCity.City);
        Assert.Equal(new[] { county.Person, (await watch.Town.AsAsync(Role.CountyHead, SmallCity.County)).Person, city.Person }.Select(p => p.Value).Order(), proposed.Select(n => n.Person.Value).Order());
        Assert.All(proposed, n => Assert.Null(n.Sms));
        await using var db = watch.Town.Test.NewDb();
        var project = await db.Dockets.AsNoTracking().SingleAsync(Ct);
        await watch.TakeAsync(county, project, DocketStep.Confirm, new() { Post = secretary.Posts[0].Id.Value, Until = watch.Day(30) });

        Assert.Equal(secretary.Person, Assert.Single(await ToldAsync(watch.Town, NoticeKind.DocketOwned)).Person);
    }

    // Day after day, so that each warning goes out at its time.
    private static async Task PassAsync(Town town, int days)
    {
        for (var day = 0; day < days; day++)
        {
            town.Pass(TimeSpan.FromDays(1));
            await town.Test.Services.GetRequiredService<FireClocks>().AllDueAsync(Ct);
            await Outbox.DrainAsync(town.Test);
        }
    }

    private static async Task<List<Notice>> ToldAsync(Town town, NoticeKind kind)
    {
        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == kind).ToListAsync(Ct);
    }

    private static async Task<List<Notice>> ToldAsync(Town town)
    {
        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        return await db.Notices.Where(n => n.Kind == NoticeKind.DocketTask).ToListAsync(Ct);
    }

    private static Task TakeAsync(Town town, App.People.Viewer viewer, Domain.Kernel.DocketId id, DocketStep step, DocketForm form) =>
        town.RunAsync<TakeDocketStep, Docket>(u => u.RunAsync(viewer, id, step, form, Ct));
}
