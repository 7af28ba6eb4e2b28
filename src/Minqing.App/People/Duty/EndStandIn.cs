using Minqing.App.Kernel;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Duty;

/// <summary>The holder is back earlier, or does not go.</summary>
public sealed class EndStandIn(MinqingDb db, OwnPosts posts, ManagedPosts managed, TimeProvider clock)
{
    /// <param name="no">Which absence of the post.</param>
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, int no, CancellationToken ct) =>
        db.RacedAsync(() => OnceAsync(viewer, id, no, ct));

    private async Task<Result<Done>> OnceAsync(Viewer viewer, PostId id, int no, CancellationToken ct)
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
        {
            return new NoSuchPost(id);
        }

        var now = clock.Now();
        if (post.EndStandIn(no, new(viewer.As(mine), now)) is { } problem)
        {
            return problem;
        }

        return await managed.SaveAsync(ct);
    }
}
