using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>What signing in is made of.</summary>
internal static class SigningInServices
{
    public static void AddSigningIn(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddScoped<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<SessionCache>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<CodeSecrets>();
        services.AddSingleton<NewAccounts>();
        services.AddScoped<OpenSessions>();
        services.AddScoped<StartSession>();
        services.AddScoped<AccountReach>();
        services.AddScoped<Attempts>();
        services.AddScoped<AccountProof>();
    }
}
