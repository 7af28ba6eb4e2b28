using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Kernel.Tables;
using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.People.Duty;
using Minqing.App.People.Exporting;
using Minqing.App.People.Importing;
using Minqing.App.Tests.Appeals;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.People.Duty;

/// <summary>What comes at night goes to who is on the roster (O-06). It is Monday, 2 March 2026, at ten.</summary>
[Trait("Spec", "O-06")]
public sealed class RosterTests
{
    private const string Header = "岗位,值班人,从,到\n";
    private static readonly string Post = $"{SmallCity.Village}-{Role.VillageSecretary.Name()}";
    private static readonly string Cadre = $"{SmallCity.Village}-{Role.PostedCadre}";
    private static readonly string Holder = $"{SmallCity.Village}-{Role.VillageSecretary}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_comes_at_night_goes_to_who_is_on_the_roster_and_by_day_to_the_holder(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, cadre) = (await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), await town.City.ViewerAsync(Role.PostedCadre, SmallCity.Village));
        await PutAsync(town, secretary, cadre.Person, At(2, 18), At(3, 8));

        Assert.Null((await SecretaryAsync(town)).Away);
        town.Pass(TimeSpan.FromHours(13));
        var (night, told) = (await SecretaryAsync(town), await ToldAsync(town, secretary));
        Assert.Equal((cadre.Person, secretary.Person), (night.Person, night.Away));
        Assert.Equal([(cadre.Person, true), (secretary.Person, false)], told.Where(t => t.Person == cadre.Person || t.Person == secretary.Person).DistinctBy(t => t).OrderByDescending(t => t.HasPhone && t.Person == cadre.Person).Select(t => (t.Person, t.HasPhone)).Take(2));
        var (_, appeal) = await town.ReportAsync();
        var onDuty = await town.City.ViewerAsync(Role.PostedCadre, SmallCity.Village);
        await town.RunAsync<TakeAppeal, App.Appeals.StepDone>(u => u.RunAsync(onDuty with { Posts = [.. onDuty.Posts.Where(p => p.For is not null)] }, appeal, null, Ct));

        town.Pass(TimeSpan.FromHours(10));
        Assert.Equal((secretary.Person, (PersonId?)null), ((await SecretaryAsync(town)).Person, (await SecretaryAsync(town)).Away));
    }

    [Theory, OnBothDatabases]
    public async Task Both_see_the_roster_with_the_nights_that_nobody_has_and_who_is_on_two_at_once(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (secretary, police, cadre) = (await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.Village), await town.City.ViewerAsync(Role.VillagePolice, SmallCity.Village), await town.City.ViewerAsync(Role.PostedCadre, SmallCity.Village));
        await PutAsync(town, secretary, cadre.Person, At(2, 18), At(3, 8));
        await PutAsync(town, secretary, secretary.Person, At(4, 18), At(5, 8));
        await PutAsync(town, police, cadre.Person, At(2, 20), At(3, 6));

        foreach (var viewer in new[] { secretary, cadre })
        {
            var post = (await town.RunAsync<ReadRoster, RosterSheet>(u => u.RunAsync(viewer, null, Ct))).Posts.Single(p => p.Role == Role.VillageSecretary);
            Assert.Equal([At(2, 18), At(4, 18)], post.Shifts.Select(s => s.From));
            Assert.Equal([Role.VillagePolice, null], post.Shifts.Select(s => s.Also));
            var gap = Assert.Single(post.Gaps);
            Assert.Equal((3, 4), (LocalTime.DayOf(gap.From).Day, LocalTime.DayOf(gap.Until).Day));
            Assert.Equal(viewer == secretary, post.May);
        }

        Assert.Equal(new OnRosterAlready(At(2, 18), At(3, 8)), await town.RefusedAsync<PutOnRoster, Done>(u => u.RunAsync(secretary, secretary.Posts[0].Id, police.Person, At(3, 7), At(3, 12), Ct)));
        Assert.IsType<ShiftNotUsable>(await town.RefusedAsync<PutOnRoster, Done>(u => u.RunAsync(secretary, secretary.Posts[0].Id, police.Person, At(6, 8), At(6, 8), Ct)));
        Assert.IsType<NoSuchPost>(await town.RefusedAsync<PutOnRoster, Done>(u => u.RunAsync(cadre, secretary.Posts[0].Id, police.Person, At(6, 8), At(6, 9), Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_shifts_is_taken_whole_or_not_at_all_and_twice_the_same(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var rows = $"{Header}{Post},{Cadre},2026-03-02 18:00,2026-03-03 08:00\n{Post},{Holder},2026-03-03 18:00,2026-03-04 08:00\n";

        Assert.False((await ImportAsync(town, $"{rows}{Post},{Cadre},2026-03-04 07:00,2026-03-04 09:00\n")).Ok);
        Assert.False((await ImportAsync(town, $"{rows}{Post},nobody,2026-03-05 18:00,今晚\n")).Ok);
        Assert.Equal(2, (await ImportAsync(town, rows)).Value.Changed);
        Assert.Equal((0, 2), (await ImportAsync(town, rows)).Value is var again ? (again.Changed, again.Same) : default);

        await using var db = town.Test.NewDb();
        Assert.Equal(2, (await db.Posts.SingleAsync(p => p.Code == Post, Ct)).StandIns.Count(s => s.Shift));
        using var file = new MemoryStream();
        Assert.Equal(2, await town.Test.RunAsync<ExportRoster, int>(u => u.RunAsync(file, Ct)));
        Assert.Equal(2, (await ImportAsync(town, Encoding.UTF8.GetString(file.ToArray()))).Value.Same);
    }

    private static DateTime At(int day, int hour) => LocalTime.ToUtc(new(2026, 3, day), TimeSpan.FromHours(hour));

    private static Task PutAsync(Town town, Viewer viewer, PersonId person, DateTime from, DateTime until) =>
        town.RunAsync<PutOnRoster, Done>(u => u.RunAsync(viewer, viewer.Posts[0].Id, person, from, until, Ct));

    private static async Task<ChainPost> SecretaryAsync(Town town) => (await town.City.AtAsync(SmallCity.Grid)).Chain.Tier(1)!.Posts.Single(p => p.Role == Role.VillageSecretary);

    private static Task<IReadOnlyList<Recipient>> ToldAsync(Town town, Viewer secretary) => town.Test.RunAsync<Recipients, IReadOnlyList<Recipient>>(r =>
        r.OfAsync(new(NoticeKind.WorkArrived, new KeyHolders(TurnKey.Of(secretary.Posts[0].Id)), true), new(new(Guid.NewGuid()), secretary.Posts[0].Path, "", secretary.Posts[0].Unit, secretary.Posts[0].Unit, [], [], false), null, Ct));

    private static Task<Result<Imported>> ImportAsync(Town town, string file) => town.Test.RunAsync<ImportRoster, Result<Imported>>(i => i.RunAsync(Encoding.UTF8.GetBytes(file), new("command"), false, Ct));
}
