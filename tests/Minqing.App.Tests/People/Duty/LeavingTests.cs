using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.People.Importing;
using Minqing.App.People.Posts;
using Minqing.App.Tests.Appeals;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.People.Duty;

/// <summary>Leave and duty when people change: what comes in is always with somebody who is there (O-06).</summary>
[Trait("Spec", "O-06")]
public sealed class LeavingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task With_the_next_holder_the_leave_of_the_last_is_over(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (commissioner, head, admin) = (await town.AsAsync(Role.TownCommissioner, SmallCity.Town), await town.AsAsync(Role.TownHead, SmallCity.Town), await town.City.AdministratorAsync());
        await AwayAsync(town, commissioner, head, 20);
        var next = await PersonAsync(town, "19900000088");

        await EndAsync(town, admin, commissioner);
        Assert.Equal(head.Person, Assert.Single(await ActingAsync(town)).Person);
        await town.RunAsync<AppointHolder, Done>(u => u.RunAsync(admin, commissioner.Posts[0].Id, next, null, Ct));

        var acting = Assert.Single(await ActingAsync(town));
        Assert.Equal((next, (PersonId?)null), (acting.Person, acting.Away));
        Assert.DoesNotContain((await town.City.ViewerAsync(Role.TownHead, SmallCity.Town)).Posts, p => p.Id == commissioner.Posts[0].Id);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_post_any_more_stands_in_for_nobody(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (commissioner, head, admin) = (await town.AsAsync(Role.TownCommissioner, SmallCity.Town), await town.AsAsync(Role.TownHead, SmallCity.Town), await town.City.AdministratorAsync());
        await AwayAsync(town, commissioner, head, 20);

        await EndAsync(town, admin, head);

        Assert.Equal(commissioner.Person, Assert.Single(await ActingAsync(town)).Person);
        Assert.Empty((await town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(head.Person, null, "test", Ct).AsTask())).Posts);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nor_when_a_file_puts_another_into_the_only_post(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (commissioner, head) = (await town.AsAsync(Role.TownCommissioner, SmallCity.Town), await town.AsAsync(Role.TownHead, SmallCity.Town));
        await AwayAsync(town, commissioner, head, 20);
        await PersonAsync(town, "19900000088");
        var file = $"code,role,unit,region,holder\n{SmallCity.Town}-town-head,town-head,{SmallCity.Town},{SmallCity.Town},new\n";

        Assert.Equal(1, (await town.RunAsync<ImportPosts, Imported>(u => u.RunAsync(Encoding.UTF8.GetBytes(file), Actor.Platform, false, Ct))).Changed);

        Assert.Equal(commissioner.Person, Assert.Single(await ActingAsync(town)).Person);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_stands_in_who_is_away_nor_goes_while_standing_in(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police, cadre) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village), await town.AsAsync(Role.PostedCadre, SmallCity.Village));
        await AwayAsync(town, secretary, police, 3);

        Assert.IsType<StandInIsAway>(await RefusedAsync(cadre, secretary, 3, 5));
        Assert.IsType<StandInIsAway>(await RefusedAsync(police, secretary, 2, 5));
        Assert.IsType<StandsInMeanwhile>(await RefusedAsync(police, cadre, 0, 0));
        await AwayAsync(town, police, cadre, 7, from: 4);
        Assert.IsType<StandInIsAway>(await RefusedAsync(secretary, police, 5, 5));

        Task<Problem> RefusedAsync(Viewer who, Viewer stands, int from, int to) =>
            town.RefusedAsync<NameStandIn, Done>(u => u.RunAsync(who, who.Posts[0].Id, stands.Person, Day(town, from), Day(town, to), Ct));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_name_one_another_at_once_one_stays(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village));

        (Viewer Who, Viewer Stands)[] pairs = [(secretary, police), (police, secretary)];
        var both = await Task.WhenAll(pairs.Select(p => Task.Run(
            () => town.Test.RunAsync<NameStandIn, Result<Done>>(u => u.RunAsync(p.Who, p.Who.Posts[0].Id, p.Stands.Person, Day(town, 1), Day(town, 2), Ct)), Ct)));

        Assert.Single(both, b => b.Ok);
        Assert.Single(both, b => b.Problem is StandInIsAway or StandsInMeanwhile);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_away_gets_no_shift_and_who_has_another_post_s_shift_does_not_go(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police, cadre) = (await town.SecretaryAsync(), await town.AsAsync(Role.VillagePolice, SmallCity.Village), await town.AsAsync(Role.PostedCadre, SmallCity.Village));
        await AwayAsync(town, cadre, police, 3);
        var night = LocalTime.ToUtc(Day(town, 3), TimeSpan.FromHours(18));

        Assert.IsType<StandInIsAway>(await town.RefusedAsync<PutOnRoster, Done>(u => u.RunAsync(secretary, secretary.Posts[0].Id, cadre.Person, night, night.AddHours(12), Ct)));
        var file = $"岗位,值班人,从,到\n{SmallCity.Village}-village-secretary,{SmallCity.Village}-{Role.PostedCadre},{Day(town, 3):yyyy-MM-dd} 18:00,{Day(town, 4):yyyy-MM-dd} 06:00\n";
        Assert.False((await town.Test.RunAsync<ImportRoster, Result<Imported>>(i => i.RunAsync(Encoding.UTF8.GetBytes(file), new("command"), false, Ct))).Ok);

        await town.RunAsync<PutOnRoster, Done>(u => u.RunAsync(cadre, cadre.Posts[0].Id, secretary.Person, night, night.AddHours(12), Ct));
        Assert.IsType<StandsInMeanwhile>(await town.RefusedAsync<NameStandIn, Done>(u => u.RunAsync(secretary, secretary.Posts[0].Id, police.Person, Day(town, 3), Day(town, 3), Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task Where_who_stands_in_has_no_phone_the_holder_is_texted(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, cadre) = (await town.SecretaryAsync(), await town.AsAsync(Role.PostedCadre, SmallCity.Village));
        await using (var db = town.Test.NewDb())
            await db.Persons.Where(p => p.Id == cadre.Person).ExecuteUpdateAsync(set => set.SetProperty(p => p.Phone, (string?)null), Ct);
        await AwayAsync(town, secretary, cadre, 3);

        foreach (var key in (string[])[TurnKey.Of(1, (await town.City.RegionAsync(SmallCity.Village)).Id), TurnKey.Of(secretary.Posts[0].Unit)])
        {
            var told = await town.Test.RunAsync<Recipients, IReadOnlyList<Recipient>>(r =>
                r.OfAsync(new(NoticeKind.WorkArrived, new KeyHolders(key), true), new(new(Guid.NewGuid()), secretary.Posts[0].Path, "", null, secretary.Posts[0].Unit, [], [], false), null, Ct));
            Assert.True(told.First(t => t.Person == secretary.Person).HasPhone);
            Assert.All(told.Where(t => t.Person == cadre.Person), t => Assert.False(t.HasPhone));
        }
    }

    private static async Task<IReadOnlyList<ChainPost>> ActingAsync(Town town) => (await town.City.AtAsync(SmallCity.Grid)).Chain.Tier(2)!.Acting;

    private static Task EndAsync(Town town, Viewer admin, Viewer who) => town.RunAsync<EndHolding, Done>(u => u.RunAsync(admin, who.Posts.First(p => p.For is null).Id, null, Ct));

    private static Task AwayAsync(Town town, Viewer who, Viewer stands, int to, int from = 0) =>
        town.RunAsync<NameStandIn, Done>(u => u.RunAsync(who, who.Posts[0].Id, stands.Person, Day(town, from), Day(town, to), Ct));

    private static DateOnly Day(Town town, int days) => LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(days);

    private static async Task<PersonId> PersonAsync(Town town, string phone)
    {
        await using var db = town.Test.NewDb();
        var person = db.Persons.Add(new(new(Guid.CreateVersion7()), "new", "新任", phone)).Entity;
        await db.SaveChangesAsync(Ct);
        return person.Id;
    }
}
