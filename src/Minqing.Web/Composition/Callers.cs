using System.Security.Cryptography;
using Minqing.App;
using Minqing.App.Kernel.Limiting;

namespace Minqing.Web.Composition;

/// <summary>Notes who sent a request before anything is done for it, and holds back floods of uploads (P-14).</summary>
internal static class Callers
{
    private const string Device = "device";

    public static void UseCallers(this WebApplication app) => app.Use(async (context, next) =>
    {
        var caller = context.RequestServices.GetRequiredService<RequestSender>();
        caller.Sender = Sender.Of(context.Connection.RemoteIpAddress, DeviceOf(context));
        if (context.Request.Path.StartsWithSegments("/api/v1/media", StringComparison.Ordinal) && HttpMethods.IsPost(context.Request.Method)
            && context.RequestServices.GetRequiredService<RateWindows>().Take($"upload {caller.Sender.Address}", context.RequestServices.GetRequiredService<Settings>().Limits.UploadsPerAddress) is { } wait)
        {
            await wait.ToHttp().ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    // A random name for this browser, for nothing but limits; given with the first page.
    private static string? DeviceOf(HttpContext context)
    {
        if (context.Request.Cookies[Device] is { Length: 22 } known)
        {
            return known;
        }

        if (context.Request.Path.StartsWithSegments("/q", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Cookies.Append(Device, RandomNumberGenerator.GetHexString(22), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        }

        return null;
    }
}
