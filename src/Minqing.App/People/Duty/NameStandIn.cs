using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Duty;

/// <summary>The holder of a post, or who manages people there, names who stands in while the holder is away: from a day to a day, both included.</summary>
public sealed class NameStandIn(MinqingDb db, OwnPosts posts, ManagedPosts managed, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, PostId id, PersonId person, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.RacedAsync(() => OnceAsync(viewer, id, person, from, to, ct));

    private async Task<Result<Done>> OnceAsync(Viewer viewer, PostId id, PersonId person, DateOnly from, DateOnly to, CancellationToken ct)
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
        if (await AwayAsync(post, person, begins, ends, ct) is { } nobody)
        {
            return nobody;
        }

        if (post.NameStandIn(person, begins < now ? now : begins, ends, new(viewer.As(mine), now)) is { } no)
        {
            return no;
        }

        return await managed.SaveAsync(ct);
    }

    // Nobody stands in who is away themselves, nor goes while another's post is with them: it would be with nobody.
    private async Task<Problem?> AwayAsync(Post post, PersonId person, DateTime begins, DateTime ends, CancellationToken ct)
    {
        var (holder, leaves) = (post.Holder, db.Posts.AsNoTracking().Where(p => p.Until == null).SelectMany(p => p.StandIns, (p, s) => new { p.Holder, s.Person, s.Shift, s.Since, s.Until })
            .Where(x => !x.Shift && x.Since < x.Until && x.Since < ends && x.Until > begins));
        return await leaves.FirstOrDefaultAsync(x => x.Holder == person && x.Person != person, ct) is { } away ? new StandInIsAway(away.Since, away.Until)
            : await leaves.FirstOrDefaultAsync(x => x.Person == holder && x.Holder != holder, ct) is { } stands ? new StandsInMeanwhile(stands.Since, stands.Until)
            : null;
    }
}
