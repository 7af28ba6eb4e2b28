using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.People.Duty;

/// <summary>The holder of a post, or who manages people there, puts somebody who is there on its duty roster from an instant to an instant; what comes then goes to them (O-06).</summary>
public sealed class PutOnRoster(OwnPosts posts, ManagedPosts managed, Absences absences, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, PersonId person, DateTime from, DateTime until, CancellationToken ct) =>
        absences.ChangeAsync(() => OnceAsync(viewer, id, person, from, until, ct), ct);

    private async Task<Problem?> OnceAsync(Viewer viewer, PostId id, PersonId person, DateTime from, DateTime until, CancellationToken ct)
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
        {
            return new NoSuchPost(id);
        }

        if (person != post.Holder && !await posts.Nearby(post).AnyAsync(p => p.Id == person, ct))
        {
            return new NoSuchPerson(person);
        }

        return Separation.AtServer(post.Role) && mine.Id != id ? new AppointedOnServer()
            : await managed.CombinesAsync(post, person, ct) ? new AdministratorsAreApart()
            : await absences.OfAsync(person, from, until, ct) ?? post.PutOnRoster(person, from, until, new(viewer.As(mine), clock.Now()));
    }
}
