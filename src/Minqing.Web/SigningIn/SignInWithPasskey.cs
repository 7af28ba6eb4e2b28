using Microsoft.AspNetCore.Identity;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;
using Minqing.Storage.People;

namespace Minqing.Web.SigningIn;

/// <summary>Signs in whoever's passkey answered. It is two proofs in one: the device, and the finger or code that opens it.</summary>
internal sealed class SignInWithPasskey(UserManager<Account> accounts, SignInLimits limits, StartSession sessions)
{
    private const string Anybody = "passkey";

    public async Task<Result<SessionStarted>> RunAsync(PasskeyAssertionResult<Account>? asserted, Caller caller, CancellationToken ct)
    {
        if (limits.Enter(Anybody, caller.Address) is { } wait)
            return new TooManyAttempts(wait);

        // The lock of an account is against guessing; nobody guesses a passkey.
        if (asserted is not { Succeeded: true, User: { } account, Passkey: { } passkey })
            return new SignInRefused();

        await accounts.AddOrUpdatePasskeyAsync(account, passkey); // its counter went up
        limits.Forgive(Anybody, caller.Address);
        return await sessions.StartAsync(account, SignInMeans.Passkey, caller, ct);
    }
}
