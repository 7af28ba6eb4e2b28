using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Posts;

/// <summary>The holder leaves a post, now or as of an earlier instant; it is vacant until the next is appointed.</summary>
public sealed class EndHolding(MinqingDb db, ManagedPosts posts, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, DateTime? until, CancellationToken ct) => RunAsync(viewer, id, until, null, ct);

    /// <param name="seen">Whom the administrator saw in the post: nobody else is ended by mistake. Null for whoever holds it.</param>
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, DateTime? until, PersonId? seen, CancellationToken ct) => db.RacedAsync<Result<Done>>(async () =>
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
            return new NoSuchPost(id);

        var (left, by) = (post.Holder, new By(viewer.As(mine), clock.Now()));
        if ((await posts.RefusedAsync(viewer, post, null, ct)
            ?? (seen is not null && left is not null && left != seen ? new HolderChanged() : null)
            ?? post.EndHolding(until ?? by.At, by).Problem) is { } refused)
            return refused;

        // Whoever has no post any more has no other's either.
        if (left is { } gone && !await db.Posts.AnyAsync(p => p.Holder == gone && p.Until == null && p.Id != id, ct))
            (await db.Posts.Where(p => p.Until == null && p.StandIns.Any(s => s.Person == gone && s.Until > by.At)).ToListAsync(ct)).ForEach(p => p.Relieve(gone, by));

        return await posts.SaveAsync(ct);
    });
}
