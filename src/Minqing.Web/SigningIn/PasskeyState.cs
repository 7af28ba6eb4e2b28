using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Minqing.Web.SigningIn;

/// <summary>What the server must remember between a passkey's question and its answer, sealed, at the browser: any node can take the answer.</summary>
internal sealed class PasskeyState(IDataProtectionProvider protection)
{
    private const string Cookie = "minqing-passkey";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector sealer = protection.CreateProtector("passkey").ToTimeLimitedDataProtector();

    public void Keep(HttpContext context, string? state) =>
        context.Response.Cookies.Append(Cookie, sealer.Protect(state ?? "", Lifetime), Options(context));

    /// <summary>Null when there is none, or it is too old.</summary>
    public string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { } text)
            return null;

        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            return sealer.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lifetime };
}
