using Microsoft.EntityFrameworkCore;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.People;
using Minqing.Testing;

namespace Minqing.App.Tests.People;

/// <summary>The scope as a query finds what the scope as a rule covers.</summary>
public sealed class ScopesTests
{
    private static readonly Seen<Post> Posts = new(p => p.Path, (p, unit) => p.Unit == unit, p => p.Code, p => p.Role == Role.TownHead);

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task A_query_finds_exactly_what_each_role_may_see(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await using var db = city.Test.NewDb();
        var all = await db.Posts.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        var town = (await city.RegionAsync(SmallCity.Town)).Path;
        var unit = all.First(p => p.Role == Role.CountyHead).Unit;

        foreach (var role in Enum.GetValues<Role>())
        {
            HeldPost[] one = [new(new(Guid.Empty), role, unit, new(Guid.Empty), town, [], [])];
            foreach (var posts in (HeldPost[][])[one, [one[0] with { Categories = [all[0].Code, all[^1].Code] }], [one[0], one[0] with { Path = "62/05/" }]])
            {
                var scope = Scope.Of(posts, Permission.SeeAppeal);
                var found = await db.Posts.AsNoTracking().Within(scope, Posts).Select(p => p.Code).ToListAsync(TestContext.Current.CancellationToken);
                Assert.Equal(all.Where(p => scope.Covers(p.Path, [p.Unit], p.Code, p.Role == Role.TownHead)).Select(p => p.Code).Order(), found.Order());
            }
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task What_a_row_cannot_tell_is_not_shown(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await using var db = city.Test.NewDb();
        var post = new HeldPost(new(Guid.Empty), Role.TownHead, new(Guid.Empty), new(Guid.Empty), "6204/", ["water"], []);
        var scopes = new[] { Scope.Of([post], Permission.SeeAppeal), Scope.Of([post], Permission.SignOrder) };

        foreach (var scope in scopes)
            Assert.Empty(await db.Posts.Within(scope, new Seen<Post>(p => p.Path)).ToListAsync(TestContext.Current.CancellationToken));
    }
}
