using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>A planned change is not to be, after all.</summary>
public sealed class CallOffReorganisation(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, ReorganisationId id, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageRegions))
            return new NotForYou(Permission.ManageRegions);
        if (await db.Reorganisations.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } it
            || viewer.PostFor(Permission.ManageRegions, await db.Regions.Where(r => r.Id == it.Region).Select(r => r.Path).SingleAsync(ct)) is not { } mine)
            return new NoSuchReorganisation();

        if (it.CallOff(new(viewer.As(mine), clock.Now())) is { } problem)
            return problem;

        try
        {
            await db.SaveChangesAsync(ct);
            return default(Done);
        }
        catch (DbUpdateException failure) when (db.Dialect.LostRace(failure))
        {
            return new ReorganisationDisturbed();
        }
    }
}
