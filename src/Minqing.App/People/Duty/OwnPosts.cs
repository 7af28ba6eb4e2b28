using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Duty;

/// <summary>The posts whose absences a viewer may arrange: their own, and those where they manage people.</summary>
public sealed class OwnPosts(MinqingDb db)
{
    /// <summary>The post, and the viewer's own post by which they do it; null when it is none of theirs.</summary>
    public async Task<(Post Post, HeldPost Mine)?> FindAsync(Viewer viewer, PostId id, CancellationToken ct)
    {
        if (await db.Posts.FindAsync([id], ct) is not { } post)
        {
            return null;
        }

        var path = await db.Regions.Where(r => r.Id == post.Region).Select(r => r.Path).SingleAsync(ct);
        return (viewer.Posts.FirstOrDefault(p => p.Id == id && p.For is null) ?? viewer.PostFor(Permission.ManagePeople, path, [post.Unit])) is { } mine ? (post, mine) : null;
    }

    /// <summary>Who may stand in: whoever holds a post of the same unit or at the same region, or in the unit above.</summary>
    public IQueryable<Person> Nearby(Post post)
    {
        var above = db.Units.Where(u => u.Id == post.Unit).Select(u => u.ParentId);
        return db.Persons.AsNoTracking().Where(p => p.Id != post.Holder && db.Posts.Any(x => x.Holder == p.Id && x.Until == null && (x.Unit == post.Unit || x.Region == post.Region || above.Contains(x.Unit))));
    }
}
