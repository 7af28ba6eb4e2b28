using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>A lost phone or a forgotten password: everything that opened the account opens it no more, and there is a new password and a new secret.</summary>
public sealed class ResetAccount(MinqingDb db, NewAccounts accounts, IPasswordHasher<Account> hasher, SessionCache cache, TimeProvider clock)
{
    public async Task<Result<NewAccount>> RunAsync(string name, CancellationToken ct)
    {
        var known = name.Trim().ToUpperInvariant();
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == known, ct) is not { } old)
            return new NoSuchAccount();

        var (now, made) = (clock.Now(), accounts.Make(old.UserName!, old.Person, hasher, old.Id));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.UserTokens.Where(t => t.UserId == old.Id && t.LoginProvider == NewAccounts.Provider).ExecuteDeleteAsync(ct);
        await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == old.Id).ExecuteDeleteAsync(ct);
        await db.Users.Where(a => a.Id == old.Id).ExecuteUpdateAsync(
            a => a.SetProperty(x => x.PasswordHash, made.Account.PasswordHash)
                .SetProperty(x => x.SecurityStamp, made.Account.SecurityStamp)
                .SetProperty(x => x.AccessFailedCount, 0)
                .SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null),
            ct);
        await db.Sessions.Where(s => s.Account == old.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
        db.AddRange(made.Tokens);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        cache.Ended();
        return made;
    }
}
