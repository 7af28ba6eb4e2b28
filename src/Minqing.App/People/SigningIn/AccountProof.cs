using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>Looks at a password and a one-time code. The same work is done whether the account exists or not.</summary>
public sealed class AccountProof(MinqingDb db, IPasswordHasher<Account> hasher, CodeSecrets secrets)
{
    private static readonly Account Nobody = new();
    private static volatile string? nobodysHash;

    /// <summary>The account is only known by its name; null stands for one that is not there.</summary>
    public async Task<bool> PasswordAsync(Account? account, string password, CancellationToken ct)
    {
        if (account?.PasswordHash is not { } hash)
        {
            hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, "nobody"), password);
            return false;
        }

        var found = hasher.VerifyHashedPassword(account, hash, password);
        if (found == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var better = hasher.HashPassword(account, password);
            await db.Users.Where(a => a.Id == account.Id && a.PasswordHash == hash).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, better), ct);
        }

        return found != PasswordVerificationResult.Failed;
    }

    /// <summary>Whether the code is right and was not used before; it is used up by being asked for.</summary>
    public async Task<bool> CodeAsync(Guid account, string? code, DateTime now, CancellationToken ct)
    {
        var tokens = await db.UserTokens.AsNoTracking().Where(t => t.UserId == account && t.LoginProvider == NewAccounts.Provider).ToDictionaryAsync(t => t.Name, t => t.Value, ct);
        if (tokens.GetValueOrDefault(NewAccounts.CodeSecret) is not { } secret || tokens.GetValueOrDefault(NewAccounts.CodeStep) is not { } last)
            return false;

        if (OneTimeCode.Match(secrets.Open(secret, account), code, now) is not { } step || step <= long.Parse(last, CultureInfo.InvariantCulture))
            return false;

        // Two at once with the same code: only one finds the last step unchanged.
        var used = step.ToString(CultureInfo.InvariantCulture);
        return await db.UserTokens.Where(t => t.UserId == account && t.LoginProvider == NewAccounts.Provider && t.Name == NewAccounts.CodeStep && t.Value == last)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.Value, used), ct) == 1;
    }
}
