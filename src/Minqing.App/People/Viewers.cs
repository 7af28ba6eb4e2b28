using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Storage.Regions;

namespace Minqing.App.People;

/// <summary>Makes a viewer of a person: the posts they hold or stand in for now, and the vacant tiers that fall to them.</summary>
public sealed class Viewers(MinqingDb db, VacantTiers vacant, PeopleCache cache, TimeProvider clock)
{
    public async ValueTask<Viewer> OfAsync(PersonId person, Guid? account, string client, CancellationToken ct)
    {
        var copy = await cache.NowAsync(db, ct);
        var posts = copy.Posts.TryGetValue(person, out var known) ? known : copy.Posts[person] = await LoadAsync(person, ct);
        return new(person, account, client, posts);
    }

    private async Task<IReadOnlyList<HeldPost>> LoadAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.Now();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where post.Until == null && (post.Holder == person || post.StandIns.Any(s => s.Person == person && s.Since <= now && s.Until > now))
            join region in db.Regions on post.Region equals region.Id
            orderby post.Code
            select new HeldPost(post.Id, post.Role, post.Unit, post.Region, region.Path, post.Categories, Array.Empty<TierKey>())
            {
                For = post.Holder == person ? null : post.Holder,
            }).ToListAsync(ct);
        for (var i = 0; i < posts.Count; i++)
        {
            posts[i] = posts[i] with
            {
                Tiers = await vacant.ActedForAsync(posts[i], ct),
                Former = await db.FormerPathsAsync(posts[i].Path, ct),
                FormerUnits = await db.SucceededAsync(posts[i].Unit, ct),
            };
        }

        return posts;
    }
}
