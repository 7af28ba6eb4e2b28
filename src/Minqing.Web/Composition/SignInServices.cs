using Microsoft.AspNetCore.Authentication;

namespace Minqing.Web.Composition;

/// <summary>Who calls and who may go on.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentViewer>();
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorization();
    }

    /// <summary>After the routes are known: they say who may pass.</summary>
    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
