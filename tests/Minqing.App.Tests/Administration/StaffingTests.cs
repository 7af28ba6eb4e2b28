using Minqing.App.Administration.Staffing;
using Minqing.App.People;
using Minqing.App.People.Importing;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Administration;

/// <summary>Units, people and posts as an administrator finds and changes them (O-03, O-04).</summary>
[Trait("Spec", "O-04")]
public sealed class StaffingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Posts_are_found_by_holder_region_unit_or_code_and_by_being_vacant(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        var post = await city.PostAsync(Role.VillageSecretary, SmallCity.Village);
        await EndAsync(city, admin, post.Id, null);

        Assert.Equal([post.Id.Value], (await PostsAsync(city, admin, null, vacant: true)).Rows.Select(p => p.Id));
        Assert.Equal(3, (await PostsAsync(city, admin, SmallCity.Village)).Rows.Count);
        Assert.Equal(6, (await PostsAsync(city, admin, "村201")).Rows.Count);
        Assert.Equal(2, (await PostsAsync(city, admin, "TownHead")).Rows.Count);
        Assert.Empty((await PostsAsync(city, admin, "没有这样的")).Rows);
        Assert.All((await PostsAsync(city, admin, "TownHead")).Rows, p => Assert.Equal("199****0001", p.Phone));
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_is_appointed_by_number_from_a_day_and_leaves_at_the_end_of_one(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        var (post, other) = (await city.PostAsync(Role.VillageSecretary, SmallCity.Village), await city.PostAsync(Role.VillageSecretary, SmallCity.OtherVillage));
        city.Test.Clock.Advance(TimeSpan.FromDays(10));
        var today = LocalTime.DayOf(city.Test.Clock.GetUtcNow().UtcDateTime);

        var left = await EndAsync(city, admin, post.Id, today.AddDays(-3));
        var taken = await AppointAsync(city, admin, post.Id, $"{SmallCity.OtherVillage}-VillageSecretary", today.AddDays(-1));
        var sheet = (await city.Test.RunAsync<ReadPost, Result<PostSheet>>(r => r.RunAsync(admin, post.Id, Ct))).Value;
        var person = (await city.Test.RunAsync<ReadPerson, Result<PersonSheet>>(r => r.RunAsync(admin, other.Holder!.Value, Ct))).Value;

        Assert.True(left.Ok && taken.Ok);
        Assert.Equal(LocalTime.ToUtc(today.AddDays(-2), TimeSpan.Zero), sheet.Holdings[1].Until);
        Assert.Equal((LocalTime.ToUtc(today.AddDays(-1), TimeSpan.Zero), null), (sheet.Holder!.Since, sheet.Holder.Until));
        Assert.Equal(2, person.Posts.Count(p => p.Until is null));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_appointed_or_ended_is_said_by_name(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        var post = await city.PostAsync(Role.VillageSecretary, SmallCity.Village);
        var today = LocalTime.DayOf(city.Test.Clock.GetUtcNow().UtcDateTime);

        Assert.IsType<StaffNumberMissing>((await AppointAsync(city, admin, post.Id, " ", null)).Problem);
        Assert.Equal(new PersonUnknown("nobody"), (await AppointAsync(city, admin, post.Id, "nobody", null)).Problem);
        Assert.IsType<PostAlreadyHeld>((await AppointAsync(city, admin, post.Id, $"{SmallCity.Village}-VillagePolice", null)).Problem);
        Assert.IsType<TooEarlyForPost>((await EndAsync(city, admin, post.Id, today.AddYears(-3))).Problem);
        Assert.IsType<NotInTheFuture>((await EndAsync(city, admin, post.Id, today.AddDays(1))).Problem);
    }

    [Theory, OnBothDatabases]
    public async Task A_long_list_goes_on_where_the_page_before_ended(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        await using (var db = city.Test.NewDb())
        {
            db.AddRange(Enumerable.Range(0, 120).Select(i => new Person(new(Guid.CreateVersion7()), $"Z{i:000}", $"新人{i}", null)));
            await db.SaveChangesAsync(Ct);
        }

        var (codes, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (await city.Test.RunAsync<ListPersons, Result<PersonPage>>(l => l.RunAsync(admin, "新人", after, Ct))).Value;
            codes.AddRange(page.Rows.Select(r => r.Code));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"Z{i:000}"), codes);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-03")]
    public async Task Units_say_how_many_of_their_posts_are_vacant(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var admin = await city.AdministratorAsync();
        await EndAsync(city, admin, (await city.PostAsync(Role.VillageSecretary, SmallCity.Village)).Id, null);

        var unit = (await city.Test.RunAsync<ListUnits, Result<UnitPage>>(l => l.RunAsync(admin, SmallCity.Village, null, Ct))).Value.Rows.Single();

        Assert.Equal((3, 1, UnitKind.Village), (unit.Posts, unit.Vacant, unit.Kind));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Who_does_not_manage_people_finds_and_changes_none(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var head = await city.ViewerAsync(Role.CountyHead, SmallCity.County);
        var post = await city.PostAsync(Role.VillageSecretary, SmallCity.Village);

        var no = new NotForYou(Permission.ManagePeople);
        Assert.Equal(no, (await city.Test.RunAsync<ListPosts, Result<PostPage>>(l => l.RunAsync(head, null, false, null, Ct))).Problem);
        Assert.Equal(no, (await city.Test.RunAsync<ListPersons, Result<PersonPage>>(l => l.RunAsync(head, null, null, Ct))).Problem);
        Assert.Equal(no, (await city.Test.RunAsync<ListUnits, Result<UnitPage>>(l => l.RunAsync(head, null, null, Ct))).Problem);
        Assert.Equal(no, (await city.Test.RunAsync<ReadPost, Result<PostSheet>>(r => r.RunAsync(head, post.Id, Ct))).Problem);
        Assert.Equal(no, (await city.Test.RunAsync<ReadPerson, Result<PersonSheet>>(r => r.RunAsync(head, post.Holder!.Value, Ct))).Problem);
        Assert.Equal(no, (await AppointAsync(city, head, post.Id, "nobody", null)).Problem);
        Assert.Equal(new NoSuchPost(post.Id), (await EndAsync(city, head, post.Id, null)).Problem);
    }

    private static async Task<PostPage> PostsAsync(SmallCity city, Viewer viewer, string? words, bool vacant = false) =>
        (await city.Test.RunAsync<ListPosts, Result<PostPage>>(l => l.RunAsync(viewer, words, vacant, null, Ct))).Value;

    private static Task<Result<Done>> AppointAsync(SmallCity city, Viewer viewer, PostId post, string number, DateOnly? since) =>
        city.Test.RunAsync<AppointByNumber, Result<Done>>(a => a.RunAsync(viewer, post, number, since, Ct));

    private static Task<Result<Done>> EndAsync(SmallCity city, Viewer viewer, PostId post, DateOnly? last) =>
        city.Test.RunAsync<EndOnDay, Result<Done>>(e => e.RunAsync(viewer, post, last, Ct));
}
