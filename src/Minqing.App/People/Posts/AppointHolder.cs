using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.App.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.People.Posts;

/// <summary>A person takes a post, from now or from an earlier instant on.</summary>
public sealed class AppointHolder(MinqingDb db, ManagedPosts posts, PeopleCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, PostId id, PersonId person, DateTime? since, CancellationToken ct)
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
            return new NoSuchPost(id);

        if (!await db.Persons.AnyAsync(p => p.Id == person, ct))
            return new NoSuchPerson(person);

        var now = clock.Now();
        if (post.Appoint(person, since ?? now, new(viewer.As(mine), now)) is { Ok: false } refused)
            return refused;

        await db.RestampAsync(Stamp.People, ct);
        await db.SaveChangesAsync(ct);
        cache.Changed();
        return default(Done);
    }
}
