using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Posts;

/// <summary>Who held a post at an instant, years later too.</summary>
public sealed class WhoHeld(MinqingDb db, ManagedPosts posts)
{
    /// <summary>The person; null when the post was vacant.</summary>
    public async Task<Result<HolderThen?>> RunAsync(Viewer viewer, PostId id, DateTime at, CancellationToken ct)
    {
        if (await db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } post || !Sees(viewer, post, await posts.PathAsync(post, ct)))
            return new NoSuchPost(id);

        return post.HeldAt(at) is { } person
            ? await db.Persons.Where(p => p.Id == person).Select(p => new HolderThen(p.Id, p.Name)).FirstAsync(ct)
            : (HolderThen?)null;
    }

    // Who answers for an area is known to everyone who works there.
    private static bool Sees(Viewer viewer, Post post, string path) =>
        viewer.May(Permission.ManagePeople, path, [post.Unit]) || viewer.May(Permission.SeeAppeal, path, [post.Unit]);
}

/// <summary>Who held a post.</summary>
public sealed record HolderThen(PersonId Person, string Name);
