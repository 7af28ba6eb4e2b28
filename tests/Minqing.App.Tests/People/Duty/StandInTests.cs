using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.Tests.Appeals;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.People.Duty;

[Trait("Spec", "O-06")]
public sealed class StandInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Who_stands_in_has_the_post_for_those_days_and_the_holder_keeps_seeing_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), await town.City.ViewerAsync(Role.VillagePolice, SmallCity.Village));
        await NameAsync(town, secretary, police.Person);

        var during = await town.City.ViewerAsync(Role.VillagePolice, SmallCity.Village);
        var post = Assert.Single(during.Posts, p => p.Role == Role.VillageSecretary);
        Assert.Equal(secretary.Person, post.For);
        Assert.Contains((await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village)).Posts, p => p.Role == Role.VillageSecretary && p.For is null);

        town.Pass(TimeSpan.FromDays(3));
        Assert.DoesNotContain((await town.City.ViewerAsync(Role.VillagePolice, SmallCity.Village)).Posts, p => p.Role == Role.VillageSecretary);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_name_somebody_at_once_for_the_same_days_the_second_reads_who_it_is(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police, cadre) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village), await town.AsAsync(Role.PostedCadre, SmallCity.Village));
        var day = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);

        var both = await Task.WhenAll(((Viewer[])[police, cadre]).Select(who => Task.Run(
            () => town.Test.RunAsync<NameStandIn, Result<Done>>(u => u.RunAsync(secretary, secretary.Posts[0].Id, who.Person, day.AddDays(1), day.AddDays(2), Ct)), Ct)));

        Assert.Single(both, b => b.Ok);
        Assert.Single(both, b => b.Problem is StoodInAlready);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_stand_in_does_is_written_down_as_done_for_the_holder(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, cadre) = (await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), await town.City.ViewerAsync(Role.PostedCadre, SmallCity.Village));
        await NameAsync(town, secretary, cadre.Person);
        var (_, appeal) = await town.ReportAsync();
        var standIn = await town.City.ViewerAsync(Role.PostedCadre, SmallCity.Village);
        standIn = standIn with { Posts = [.. standIn.Posts.Where(p => p.For is not null)] };

        await town.RunAsync<TakeAppeal, App.Appeals.StepDone>(u => u.RunAsync(standIn, appeal, null, Ct));

        await using var db = town.Test.NewDb();
        var entry = await db.Journal.SingleAsync(j => j.Step == "take", Ct);
        Assert.Equal((cadre.Person, secretary.Person), (Facts.Parse(entry.Body).Actor.Person, Facts.Parse(entry.Body).Actor.OnBehalfOf));
    }

    [Theory, OnBothDatabases]
    public async Task The_stand_in_gets_the_message_and_the_holder_sees_it_in_the_app(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, cadre) = (await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), await town.City.ViewerAsync(Role.PostedCadre, SmallCity.Village));
        await NameAsync(town, secretary, cadre.Person);
        var unit = secretary.Posts.Single(p => p.Role == Role.VillageSecretary).Unit;
        var place = secretary.Posts[0].Path;

        var told = await town.Test.RunAsync<Recipients, IReadOnlyList<Recipient>>(r =>
            r.OfAsync(new(NoticeKind.WorkArrived, new KeyHolders(TurnKey.Of(unit)), true), new(new(Guid.NewGuid()), place, "", unit, unit, [], [], false), null, Ct));

        Assert.False(told.Single(t => t.Person == secretary.Person).HasPhone);
        Assert.True(told.Single(t => t.Person == cadre.Person).HasPhone);
    }

    [Theory, OnBothDatabases]
    public async Task A_vacant_post_that_is_stood_in_is_no_vacant_tier(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var commissioner = await town.City.PostAsync(Role.TownCommissioner, SmallCity.Town);
        var (head, administrator) = (await town.City.ViewerAsync(Role.TownHead, SmallCity.Town), await town.City.AdministratorAsync());
        await town.RunAsync<App.People.Posts.EndHolding, Done>(u => u.RunAsync(administrator, commissioner.Id, null, Ct));
        Assert.True((await town.City.AtAsync(SmallCity.Grid)).Chain.Tier(2)!.Vacant);

        await NameAsync(town, administrator, head.Person, commissioner.Id);

        var link = (await town.City.AtAsync(SmallCity.Grid)).Chain.Tier(2)!;
        Assert.Equal((false, head.Person), (link.Vacant, Assert.Single(link.Acting).Person));
        town.Pass(TimeSpan.FromDays(3));
        Assert.True((await town.City.AtAsync(SmallCity.Grid)).Chain.Tier(2)!.Vacant);
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_holder_and_who_manages_people_name_somebody_nearby_for_days_that_are_free(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), await town.City.ViewerAsync(Role.VillagePolice, SmallCity.Village));
        var (own, today) = (secretary.Posts.Single(p => p.Role == Role.VillageSecretary).Id, LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime));
        var far = await town.City.ViewerAsync(Role.CityPoliticalLegalSecretary, SmallCity.City);

        Assert.IsType<NoSuchPost>(await RefusedAsync(police, own, police.Person, today, today));
        Assert.IsType<NoSuchPerson>(await RefusedAsync(secretary, own, far.Person, today, today));
        Assert.IsType<NoSuchPerson>(await RefusedAsync(secretary, own, secretary.Person, today, today));
        Assert.IsType<AbsenceNotUsable>(await RefusedAsync(secretary, own, police.Person, today, today.AddDays(-1)));
        await NameAsync(town, secretary, police.Person);
        Assert.IsType<StoodInAlready>(await RefusedAsync(secretary, own, police.Person, today, today));

        await town.RunAsync<EndStandIn, Done>(u => u.RunAsync(secretary, own, 1, Ct));
        Assert.Empty((await town.Test.RunAsync<ReadDuty, IReadOnlyList<DutyPost>>(u => u.RunAsync(secretary, Ct)))[0].Absences);
        Assert.IsType<NoSuchAbsence>(await town.RefusedAsync<EndStandIn, Done>(u => u.RunAsync(secretary, own, 1, Ct)));

        Task<Problem> RefusedAsync(Viewer who, PostId post, PersonId person, DateOnly from, DateOnly to) =>
            town.RefusedAsync<NameStandIn, Done>(u => u.RunAsync(who, post, person, from, to, Ct));
    }

    private static Task NameAsync(Town town, Viewer who, PersonId person, PostId? post = null)
    {
        var today = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime);
        return town.RunAsync<NameStandIn, Done>(u => u.RunAsync(who, post ?? who.Posts.First(p => p.For is null).Id, person, today, today.AddDays(1), Ct));
    }
}
