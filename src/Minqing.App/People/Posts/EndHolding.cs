using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.People.Posts;

/// <summary>The holder leaves a post, now or as of an earlier instant; it is vacant until the next is appointed.</summary>
public sealed class EndHolding(MinqingDb db, ManagedPosts posts, PeopleCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, PostId id, DateTime? until, CancellationToken ct)
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
            return new NoSuchPost(id);

        var now = clock.Now();
        if (post.EndHolding(until ?? now, new(viewer.As(mine), now)) is { Ok: false } refused)
            return refused;

        await db.RestampAsync(Stamp.People, ct);
        await db.SaveChangesAsync(ct);
        cache.Changed();
        return default(Done);
    }
}
