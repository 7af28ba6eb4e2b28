using Microsoft.AspNetCore.Http.Features;
using System.Security.Cryptography;
using Minqing.App;
using Minqing.App.Kernel.Limiting;

namespace Minqing.Web.Composition;

/// <summary>Notes who sent a request before anything is done for it, and holds back floods of uploads and bodies out of all measure (P-14).</summary>
internal static class Callers
{
    private const string Device = "device";

    // Words in all fields at their longest, with room to spare.
    private const long LargestJson = 512 * 1024;

    public static void UseCallers(this WebApplication app) => app.Use(async (context, next) =>
    {
        var caller = context.RequestServices.GetRequiredService<RequestSender>();
        caller.Sender = Sender.Of(context.Connection.RemoteIpAddress, DeviceOf(context));
        if (!Media(context.Request) && IsApi(context.Request) && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = LargestJson;
        if (HttpMethods.IsPost(context.Request.Method) && (Media(context.Request) || Form(context.Request))
            && context.RequestServices.GetRequiredService<RateWindows>().Take($"upload {caller.Sender.Address}", context.RequestServices.GetRequiredService<Settings>().Limits.UploadsPerAddress) is { } wait)
        {
            await wait.ToHttp().ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static bool Media(HttpRequest request) => request.Path.StartsWithSegments("/api/v1/media", StringComparison.Ordinal);

    // Photos come with a citizen's form, too, where scripts are off.
    private static bool Form(HttpRequest request) =>
        !IsApi(request) && request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

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
