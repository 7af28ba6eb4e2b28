using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Staffing;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;

namespace Minqing.App.Tests.People;

public sealed class PostsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-04")]
    public async Task Who_held_a_post_is_answered_years_later(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.VillageSecretary, SmallCity.Village));
        var next = (await city.PostAsync(Role.VillageSecretary, SmallCity.OtherVillage)).Holder!.Value;
        city.Test.Clock.Advance(TimeSpan.FromDays(30));
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct));
        city.Test.Clock.Advance(TimeSpan.FromDays(3));
        await city.Test.RunAsync<AppointHolder, Result<Done>>(a => a.RunAsync(admin, post.Id, next, null, Ct));
        city.Test.Clock.Advance(TimeSpan.FromDays(1000));

        var kept = await city.PostAsync(Role.VillageSecretary, SmallCity.Village);
        Assert.Equal([null, post.Holder, null, next, next], new[] { -1, 29, 31, 33, 900 }.Select(day => kept.HeldAt(city.Start.AddDays(day))));
        var sheet = await city.Test.RunAsync<ReadPost, Result<PostSheet>>(r => r.RunAsync(admin, post.Id, Ct));
        Assert.Equal([next.Value, post.Holder!.Value.Value], sheet.Value.Holdings.Select(h => h.Person));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-04")]
    [Trait("Spec", "H-30")]
    public async Task An_appointment_is_an_entry_of_the_posts_journal_with_who_made_it(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.VillageSecretary, SmallCity.Village));
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct));

        await using var db = city.Test.NewDb();
        var rows = await db.Journal.Where(j => j.SubjectId == post.Id.Value).OrderBy(j => j.Seq).ToListAsync(Ct);
        var again = Post.Blank(post.Id);
        again.Rebuild(rows.Select(r => Facts.Step(Facts.Parse(r.Body))));

        Assert.Equal(["post-opened", "post-left"], rows.Select(r => r.Step));
        Assert.Equal(admin.Person, rows[1].Person);
        Assert.Equivalent((await city.PostAsync(Role.VillageSecretary, SmallCity.Village)).Holdings, again.Holdings);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task Only_who_manages_people_there_appoints(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (secretary, post) = (await city.ViewerAsync(Role.CityPoliticalLegalSecretary, SmallCity.City), await city.PostAsync(Role.VillageSecretary, SmallCity.Village));

        var done = await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(secretary, post.Id, null, Ct));

        Assert.Equal(new NoSuchPost(post.Id), done.Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-04")]
    public async Task Authority_ends_with_the_post(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.VillageSecretary, SmallCity.Village));
        var before = await city.ViewerAsync(Role.VillageSecretary, SmallCity.Village);
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct));

        var after = await city.Test.RunAsync<App.People.Viewers, App.People.Viewer>(v => v.OfAsync(before.Person, null, "test", Ct).AsTask());

        Assert.True(before.May(Permission.SeeAppeal, (await city.RegionAsync(SmallCity.Village)).Path));
        Assert.False(after.May(Permission.SeeAppeal));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task Of_two_who_appoint_at_once_one_is_told(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var post = await city.PostAsync(Role.VillageSecretary, SmallCity.Village);
        await using var one = city.Test.NewDb();
        await using var two = city.Test.NewDb();
        var (by, at) = (new By(Actor.Platform, city.Start.AddDays(1)), city.Start.AddDays(1));
        (await one.Posts.FindAsync([post.Id], Ct))!.EndHolding(at, by);
        (await two.Posts.FindAsync([post.Id], Ct))!.EndHolding(at, by);
        await one.SaveChangesAsync(Ct);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => two.SaveChangesAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "O-05")]
    public async Task Every_vacant_post_is_a_gap_shown_to_the_administrator(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        var (admin, post) = (await city.AdministratorAsync(), await city.PostAsync(Role.VillageSecretary, SmallCity.Village));
        await city.Test.RunAsync<EndHolding, Result<Done>>(e => e.RunAsync(admin, post.Id, null, Ct));

        var page = await city.Test.RunAsync<ListVacancies, Result<VacancyPage>>(l => l.RunAsync(admin, null, Ct));
        var refused = await city.Test.RunAsync<ListVacancies, Result<VacancyPage>>(async l => await l.RunAsync(await city.ViewerAsync(Role.TownHead, SmallCity.Town), null, Ct));

        var gap = Assert.Single(page.Value.Rows);
        Assert.Equal((post.Id, 1, null, city.Start), (gap.Post, page.Value.Total, page.Value.Next, gap.Since));
        Assert.Equal(new NotForYou(Permission.ManagePeople), refused.Problem);
    }
}
