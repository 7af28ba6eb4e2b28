using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.SigningIn;

/// <summary>Where somebody is signed in now: one's own sessions, or of an account that the viewer looks after.</summary>
public sealed class ListSessions(MinqingDb db, AccountReach reach, TimeProvider clock)
{
    private const int Most = 100;

    /// <param name="name">An account's name; null for the viewer's own sessions.</param>
    public async Task<Result<IReadOnlyList<SessionRow>>> RunAsync(Viewer viewer, string? name, CancellationToken ct)
    {
        var whose = viewer.Person;
        if (name?.Trim().ToUpperInvariant() is { Length: > 0 } known)
        {
            if (await db.Users.Where(a => a.NormalizedUserName == known).Select(a => (PersonId?)a.Person).SingleOrDefaultAsync(ct) is not { } person
                || !await reach.CoversAsync(viewer, person, ct))
                return new NoSuchAccount();

            whose = person;
        }

        var (now, used) = (clock.Now(), clock.Now() - OpenSessions.Idle);
        return await (
            from session in db.Sessions.AsNoTracking()
            where session.Person == whose && session.EndedAt == null && session.ExpiresAt > now && session.SeenAt >= used
            join account in db.Users on session.Account equals account.Id
            where account.SecurityStamp == session.Stamp
            orderby session.SeenAt descending
            select new SessionRow(session.Id, session.Client, session.Device, session.StartedAt, session.SeenAt)).Take(Most).ToListAsync(ct);
    }
}

/// <summary>An open session as a person reads it.</summary>
public sealed record SessionRow(Guid Id, string Client, string Device, DateTime StartedAt, DateTime SeenAt);
