using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.People.Duty;

/// <summary>The holder of a post, or who manages people there, names who stands in while the holder is away: from a day to a day, both included.</summary>
public sealed class NameStandIn(OwnPosts posts, ManagedPosts managed, Absences absences, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, PersonId person, DateOnly from, DateOnly to, CancellationToken ct) =>
        absences.ChangeAsync(() => OnceAsync(viewer, id, person, from, to, ct), ct);

    private async Task<Problem?> OnceAsync(Viewer viewer, PostId id, PersonId person, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (await posts.FindAsync(viewer, id, ct) is not var (post, mine))
        {
            return new NoSuchPost(id);
        }

        // Who may stand in is somebody with a part nearby: not just any number of a file.
        if (!await posts.Nearby(post).AnyAsync(p => p.Id == person, ct))
        {
            return new NoSuchPerson(person);
        }

        if (Separation.AtServer(post.Role) && mine.Id != id)
        {
            return new AppointedOnServer();
        }

        if (await managed.CombinesAsync(post, person, ct))
        {
            return new AdministratorsAreApart();
        }

        var now = clock.Now();
        var (begins, ends) = (LocalTime.ToUtc(from, TimeSpan.Zero), LocalTime.ToUtc(to, TimeSpan.FromDays(1)));
        return await absences.OfAsync(person, begins, ends, ct)
            ?? await absences.NeededAsync(post.Holder, begins, ends, ct)
            ?? post.NameStandIn(person, begins < now ? now : begins, ends, new(viewer.As(mine), now));
    }
}
