using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.SigningIn;

/// <summary>Finds the session that a token opens, on every request.</summary>
public sealed class OpenSessions(MinqingDb db, SessionCache cache, TimeProvider clock)
{
    /// <summary>A browser in which nobody did anything for so long is signed out.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(3);

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async ValueTask<OpenSession?> FindAsync(string? token, CancellationToken ct)
    {
        if (SessionToken.Hash(token) is not { } hash)
            return null;

        var (key, now) = (Convert.ToHexString(hash), clock.Now());
        var session = cache.Find(key) ?? await ReadAsync(key, hash, now, ct);
        return session is not null && session.ExpiresAt > now ? session : null;
    }

    private async Task<OpenSession?> ReadAsync(string key, byte[] hash, DateTime now, CancellationToken ct)
    {
        var round = cache.Round;
        var row = await (
            from session in db.Sessions.AsNoTracking()
            where session.TokenHash == hash && session.EndedAt == null
            join account in db.Users on session.Account equals account.Id
            where account.SecurityStamp == session.Stamp
            select new { session.SeenAt, Open = new OpenSession(session.Id, session.Account, session.Person, session.Client, session.ExpiresAt) }).SingleOrDefaultAsync(ct);
        if (row is null || row.SeenAt + Idle < now)
            return null;

        if (row.SeenAt + SeenEvery <= now)
            await db.Sessions.Where(s => s.Id == row.Open.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), ct);
        cache.Keep(key, row.Open, round);
        return row.Open;
    }
}
