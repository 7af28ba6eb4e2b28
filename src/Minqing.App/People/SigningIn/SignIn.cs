using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>Signs a person in with account, password and one-time code (P-10). Whatever is wrong, the answer is the same.</summary>
public sealed class SignIn(MinqingDb db, SignInLimits limits, Attempts attempts, AccountProof proof, StartSession sessions, TimeProvider clock)
{
    private const int Longest = 200;

    public async Task<Result<SessionStarted>> RunAsync(string? name, string? password, string? code, Caller caller, CancellationToken ct)
    {
        var known = Cut(name).Trim().ToUpperInvariant();
        if (limits.Enter(known, caller.Address) is { } wait)
            return new TooManyAttempts(wait);

        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == known, ct);
        var why = await WrongAsync(account, Cut(password), Cut(code), ct);
        if (account is null)
            return new SignInRefused();

        if (why is not null)
        {
            await sessions.RefuseAsync(account, why, caller, ct);
            return new SignInRefused();
        }

        await attempts.ForgetAsync(account.Id, ct);
        limits.Forgive(known, caller.Address);
        return await sessions.StartAsync(account, SignInMeans.PasswordAndCode, caller, ct);
    }

    private static string Cut(string? text) => text is null ? "" : text.Length > Longest ? text[..Longest] : text;

    private async Task<string?> WrongAsync(Account? account, string password, string code, CancellationToken ct)
    {
        var now = clock.Now();
        var open = account is not null && await attempts.CountAsync(account, now, ct);
        var right = await proof.PasswordAsync(account, password, ct);
        if (!open)
            return account is null ? "no account" : "locked";

        // A code is used up only by whoever knows the password.
        return !right ? "password" : await proof.CodeAsync(account!.Id, code, now, ct) ? null : "code";
    }
}
