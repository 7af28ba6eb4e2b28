using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Minqing.App;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Web.SigningIn;

namespace Minqing.Web.Composition;

/// <summary>Who calls and who may go on.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, Settings settings)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentViewer>();
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorization();
        services.AddIdentityCore<Account>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).AddEntityFrameworkStores<MinqingDb>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.PublicUrl.Host;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required"; // signing in names no account
        });
        services.AddSingleton<PasskeyState>();
        services.AddScoped<SignInWithPasskey>();
    }

    /// <summary>After the routes are known: they say who may pass.</summary>
    public static void UseSignIn(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
