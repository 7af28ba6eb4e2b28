using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Publicizing;

/// <summary>A record was wrong: it counts no longer, and no unit reads it.</summary>
public sealed class TakeBackPublicity(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, PublicityId id, string? reason, CancellationToken ct)
    {
        if (await db.Publicity.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } it || viewer.PostFor(Permission.KeepPublicity, it.Path) is not { } post)
        {
            return new NoSuchPublicity();
        }

        var why = Writing.Required(reason, "reason", 500);
        if ((why.Problem ?? it.TakeBack(why.Value, new(viewer.As(post), clock.Now()))) is { } problem)
        {
            return problem;
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return default(Done);
        }
        catch (DbUpdateException failure) when (db.Dialect.LostRace(failure))
        {
            return new PublicityTakenBack();
        }
    }
}
