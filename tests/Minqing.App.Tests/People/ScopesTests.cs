using Microsoft.EntityFrameworkCore;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage.People;
using Minqing.Testing;

namespace Minqing.App.Tests.People;

/// <summary>The scope as a query finds what the scope as a rule covers.</summary>
public sealed class ScopesTests
{
    private static readonly Seen<At> Seen = new(x => x.Region.Path, (x, unit) => x.Post.Unit == unit, x => x.Post.Code, x => x.Post.Role == Role.TownHead);

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task A_query_finds_exactly_what_each_role_may_see(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await using var db = city.Test.NewDb();
        var rows = db.Posts.AsNoTracking().Join(db.Regions, p => p.Region, r => r.Id, (p, r) => new At { Post = p, Region = r });
        var all = await rows.ToListAsync(TestContext.Current.CancellationToken);
        var town = (await city.RegionAsync(SmallCity.Town)).Path;
        var unit = all.First(x => x.Post.Role == Role.CountyHead).Post.Unit;

        foreach (var role in Enum.GetValues<Role>())
        {
            HeldPost[] one = [new(new(Guid.Empty), role, unit, new(Guid.Empty), town, [], [])];
            foreach (var posts in (HeldPost[][])[one, [one[0] with { Categories = [all[0].Post.Code, all[^1].Post.Code] }], [one[0], one[0] with { Path = "62/05/" }]])
            {
                var scope = Scope.Of(posts, Permission.SeeAppeal);
                var found = await rows.Within(scope, Seen).Select(x => x.Post.Code).ToListAsync(TestContext.Current.CancellationToken);
                Assert.Equal(all.Where(x => scope.Covers(x.Region.Path, [x.Post.Unit], x.Post.Code, x.Post.Role == Role.TownHead)).Select(x => x.Post.Code).Order(), found.Order());
            }
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task What_a_row_cannot_tell_is_not_shown(Engine engine)
    {
        await using var city = await SmallCity.OnAsync(engine);
        await using var db = city.Test.NewDb();
        var post = new HeldPost(new(Guid.Empty), Role.TownHead, new(Guid.Empty), new(Guid.Empty), "62/04/", ["water"], []);
        var scopes = new[] { Scope.Of([post], Permission.SeeAppeal), Scope.Of([post], Permission.SignOrder) };

        foreach (var scope in scopes)
            Assert.Empty(await db.Regions.Within(scope, new Seen<Region>(r => r.Path)).ToListAsync(TestContext.Current.CancellationToken));
    }

    private sealed class At
    {
        public required Post Post { get; init; }

        public required Region Region { get; init; }
    }
}
