using Minqing.App.People.SigningIn;
using Minqing.Web.Composition;

namespace Minqing.Web.SigningIn;

/// <summary>The token of a browser's session, where no script and no other site can reach it.</summary>
internal static class SessionCookie
{
    private const string BrowserClient = "browser";

    /// <summary>Who knocks with this request, as a browser.</summary>
    public static Caller Browser(this HttpContext context) => Of(context, BrowserClient);

    public static Caller Of(HttpContext context, string client) =>
        new(client, context.Request.Headers.UserAgent.ToString(), context.Connection.RemoteIpAddress?.ToString() ?? "");

    public static void Give(HttpContext context, SessionStarted started) =>
        context.Response.Cookies.Append(SessionHandler.Cookie, started.Token, Options(context, started.Lasts));

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(SessionHandler.Cookie, Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = lasts, // not an instant: the program's clock may be another than the browser's
    };
}
