using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The one way a step is taken in a docket: load it with its clocks, let the domain decide, save; a lost race is run again.</summary>
public sealed class DocketActing(MinqingDb db, TimeProvider clock)
{
    /// <summary>A docket with its clocks; null when there is none that the viewer may know of.</summary>
    public async Task<Docket?> LoadAsync(Viewer viewer, DocketId id, CancellationToken ct)
    {
        if (await db.Dockets.AsSplitQuery().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } docket || !DocketStanding.Sees(docket, viewer.Posts, viewer.Person))
        {
            return null;
        }

        docket.Attach(await db.Clocks.Where(c => c.SubjectId == id.Value).ToListAsync(ct));
        return docket;
    }

    public Task<Result<Docket>> TakeAsync(Viewer viewer, DocketId id, Func<Docket, Hand, Task<Problem?>> act, CancellationToken ct) =>
        db.RacedAsync(() => OnceAsync(viewer, id, act, ct));

    private async Task<Result<Docket>> OnceAsync(Viewer viewer, DocketId id, Func<Docket, Hand, Task<Problem?>> act, CancellationToken ct)
    {
        if (await LoadAsync(viewer, id, ct) is not { } docket)
        {
            return new NoSuchDocket();
        }

        if (await act(docket, viewer.HandAt(clock.Now())) is { } problem)
        {
            return problem;
        }

        await db.SaveChangesAsync(ct);
        return docket;
    }
}
