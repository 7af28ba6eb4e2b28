using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.SigningIn;

/// <summary>Ends a session, here at once and elsewhere within seconds: one's own, or as security administrator that of somebody in the area (a lost phone).</summary>
public sealed class EndSession(MinqingDb db, AccountReach reach, SessionCache cache, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, Guid session, CancellationToken ct)
    {
        var person = await db.Sessions.Where(s => s.Id == session && s.EndedAt == null).Select(s => (PersonId?)s.Person).SingleOrDefaultAsync(ct);
        if (person is not { } whose || (whose != viewer.Person && !await reach.CoversAsync(viewer, whose, ct)))
            return new NoSuchSession();

        var (now, by) = (clock.Now(), viewer.Person);
        await db.Sessions.Where(s => s.Id == session && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.EndedBy, by), ct);
        cache.Ended();
        return new Done();
    }
}
