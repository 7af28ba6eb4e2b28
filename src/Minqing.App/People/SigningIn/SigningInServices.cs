using Microsoft.Extensions.DependencyInjection;

namespace Minqing.App.People.SigningIn;

/// <summary>What signing in is made of.</summary>
internal static class SigningInServices
{
    public static void AddSigningIn(this IServiceCollection services)
    {
        services.AddSingleton<SessionCache>();
        services.AddScoped<OpenSessions>();
    }
}
