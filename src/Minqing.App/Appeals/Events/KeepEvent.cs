using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>A step of a mass event itself: load it, see whose it is, let it decide, save; a lost race is run again.</summary>
public sealed class KeepEvent(MinqingDb db, EventRights rights, TimeProvider clock)
{
    public Task<Result<MassEventId>> TakeAsync(Viewer viewer, MassEventId id, Func<MassEvent, By, Problem?> act, CancellationToken ct) => db.RacedAsync<Result<MassEventId>>(async () =>
    {
        if (await db.MassEvents.FirstOrDefaultAsync(e => e.Id == id, ct) is not { } it || rights.KeeperOf(viewer, it.Path) is not { } post)
        {
            return new NoSuchEvent();
        }

        if (act(it, new(viewer.As(post), clock.Now())) is { } problem)
        {
            return problem;
        }

        await db.SaveChangesAsync(ct);
        return id;
    });
}
