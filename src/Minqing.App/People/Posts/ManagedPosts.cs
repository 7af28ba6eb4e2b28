using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Posts;

/// <summary>Finds a post where the viewer manages people; elsewhere there is no such post for them.</summary>
public sealed class ManagedPosts(MinqingDb db)
{
    /// <summary>The post, and the viewer's own post by which they manage it.</summary>
    public async Task<(Post Post, HeldPost Mine)?> FindAsync(Viewer viewer, PostId id, CancellationToken ct) =>
        await db.Posts.FindAsync([id], ct) is { } post && viewer.PostFor(Permission.ManagePeople, await PathAsync(post, ct), [post.Unit]) is { } mine
            ? (post, mine)
            : null;

    /// <summary>Where a post sits today.</summary>
    public Task<string> PathAsync(Post post, CancellationToken ct) => db.Regions.Where(r => r.Id == post.Region).Select(r => r.Path).SingleAsync(ct);
}
