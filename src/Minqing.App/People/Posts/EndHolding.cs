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

        var now = clock.Now();
        if ((await posts.RefusedAsync(viewer, post, null, ct)
            ?? (seen is not null && post.Holder is not null && post.Holder != seen ? new HolderChanged() : null)
            ?? post.EndHolding(until ?? now, new(viewer.As(mine), now)).Problem) is { } refused)
            return refused;

        return await posts.SaveAsync(ct);
    });
}
