using Microsoft.EntityFrameworkCore;
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
    private const int Tries = 5;

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

    public async Task<Result<Docket>> TakeAsync(Viewer viewer, DocketId id, Func<Docket, Hand, Task<Problem?>> act, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await LoadAsync(viewer, id, ct) is not { } docket)
            {
                return new NoSuchDocket();
            }

            if (await act(docket, new(viewer.Person, viewer.Client, viewer.Posts, clock.Now())) is { } problem)
            {
                return problem;
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return docket;
            }
            catch (DbUpdateException failure) when (db.Dialect.LostRace(failure) && attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
