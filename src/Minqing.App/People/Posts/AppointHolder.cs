using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.App.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.Posts;

/// <summary>A person takes a post, from now or from an earlier instant on. Of two administrators at once the later is told what the other did.</summary>
public sealed class AppointHolder(MinqingDb db, ManagedPosts posts, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, PersonId person, DateTime? since, CancellationToken ct) => db.RacedAsync<Result<Done>>(async () =>
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
            return new NoSuchPost(id);

        if (!await db.Persons.AnyAsync(p => p.Id == person, ct))
            return new NoSuchPerson(person);

        var now = clock.Now();
        if ((await posts.RefusedAsync(viewer, post, person, ct) ?? post.Appoint(person, since ?? now, new(viewer.As(mine), now)).Problem) is { } refused)
            return refused;

        return await posts.SaveAsync(ct);
    });
}
