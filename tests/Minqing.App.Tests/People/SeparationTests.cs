using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.People.Importing;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.People;

/// <summary>Whoever runs the platform, whoever keeps its accounts and whoever audits it are three people (三员分立).</summary>
[Trait("Spec", "P-11")]
public sealed class SeparationTests
{
    private const string Header = "code,role,unit,region,holder\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_administrator_neither_makes_nor_ends_a_security_administrator(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, security) = (await city.AdministratorAsync(), await city.PostAsync(Role.SecurityAdministrator, SmallCity.City));
        var anybody = (await city.PostAsync(Role.CountyHead, SmallCity.County)).Holder!.Value;

        Assert.IsType<AppointedOnServer>((await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, security.Id, null, Ct))).Problem);
        Assert.IsType<AppointedOnServer>((await city.Test.RunAsync<AppointHolder, Result<Done>>(a => a.RunAsync(admin, security.Id, anybody, null, Ct))).Problem);
        Assert.IsType<AppointedOnServer>((await StandInAsync(city, admin, security.Id, admin.Person)).Problem);
        Assert.Equal(security.Holder, (await city.PostAsync(Role.SecurityAdministrator, SmallCity.City)).Holder);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_gives_a_post_to_themselves(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.CountyCentre, SmallCity.County));
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct));

        Assert.IsType<AppointsThemselves>((await city.Test.RunAsync<AppointHolder, Result<Done>>(a => a.RunAsync(admin, post.Id, admin.Person, null, Ct))).Problem);
        Assert.Null((await city.PostAsync(Role.CountyCentre, SmallCity.County)).Holder);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_two_of_the_three_by_appointment_by_file_or_as_a_stand_in(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, security) = (await city.AdministratorAsync(), await city.SecurityAdministratorAsync());
        var second = $"{SmallCity.City}-second,administrator,{SmallCity.City},{SmallCity.City},";
        var number = $"{SmallCity.City}-{Role.SecurityAdministrator}";

        Assert.True((await ImportAsync(city, new("command"), second)).Ok);
        await using var db = city.Test.NewDb();
        var post = await db.Posts.SingleAsync(p => p.Code == $"{SmallCity.City}-second", Ct);
        Assert.IsType<AdministratorsAreApart>((await city.Test.RunAsync<AppointHolder, Result<Done>>(a => a.RunAsync(admin, post.Id, security.Person, null, Ct))).Problem);
        Assert.IsType<AdministratorsAreApart>((await StandInAsync(city, security, security.Posts[0].Id, admin.Person)).Problem);
        Assert.False((await ImportAsync(city, new("command"), second + number)).Ok);
    }

    [Theory, OnBothDatabases]
    public async Task An_administrators_file_makes_no_security_administrator_and_the_servers_does(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        var row = $"{SmallCity.City}-{Role.SecurityAdministrator.Name()},security-administrator,{SmallCity.City},{SmallCity.City},{SmallCity.County}-{Role.CountyHead}";

        Assert.False((await ImportAsync(city, admin.As(admin.Posts[0]), row)).Ok);
        Assert.Equal(1, (await ImportAsync(city, new("command"), row)).Value.Changed);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-04")]
    public async Task Of_two_administrators_at_one_post_the_second_is_told(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.VillageSecretary, SmallCity.Village));
        var (first, second) = ((await city.PostAsync(Role.VillagePolice, SmallCity.Village)).Holder!.Value, (await city.PostAsync(Role.PostedCadre, SmallCity.Village)).Holder!.Value);
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct));
        city.Test.Clock.Advance(TimeSpan.FromMinutes(1));

        var both = await Task.WhenAll(new[] { first, second }.Select(p => Task.Run(() => city.Test.RunAsync<AppointHolder, Result<Done>>(a => a.RunAsync(admin, post.Id, p, null, Ct)))));
        var held = (await city.PostAsync(Role.VillageSecretary, SmallCity.Village)).Holder!.Value;
        city.Test.Clock.Advance(TimeSpan.FromMinutes(1));
        var stale = await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, post.Holder, Ct));

        Assert.Equal(new PostAlreadyHeld(held), both.Single(r => !r.Ok).Problem);
        Assert.IsType<HolderChanged>(stale.Problem);
        Assert.Equal(held, (await city.PostAsync(Role.VillageSecretary, SmallCity.Village)).Holder);
    }

    private static Task<Result<Done>> StandInAsync(SmallCity city, Viewer viewer, PostId post, PersonId person)
    {
        var today = LocalTime.DayOf(city.Test.Clock.GetUtcNow().UtcDateTime);
        return city.Test.RunAsync<NameStandIn, Result<Done>>(n => n.RunAsync(viewer, post, person, today, today.AddDays(2), Ct));
    }

    private static Task<Result<Imported>> ImportAsync(SmallCity city, Actor actor, string row) =>
        city.Test.RunAsync<ImportPosts, Result<Imported>>(i => i.RunAsync(Encoding.UTF8.GetBytes(Header + row + "\n"), actor, false, Ct));
}
