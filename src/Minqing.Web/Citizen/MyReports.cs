using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Minqing.Web.Citizen;

/// <summary>The reports that this device made or opened: number and query code in a sealed cookie, newest first (I-14).</summary>
public sealed class MyReports(IDataProtectionProvider protection)
{
    private const string Name = "mine";
    private const int Most = 12;

    private readonly IDataProtector protector = protection.CreateProtector("citizen.mine");

    public IReadOnlyList<(string Number, string Code)> Of(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return [.. protector.Unprotect(cookie).Split('\n').Select(l => l.Split(' ')).Where(p => p.Length == 2).Select(p => (p[0], p[1]))];
        }
        catch (CryptographicException)
        {
            return []; // another installation's, or its key is gone: the person still has their number
        }
    }

    public string? CodeOf(HttpContext context, string number) => Of(context).FirstOrDefault(r => r.Number == number).Code;

    public void Add(HttpContext context, string number, string code)
    {
        var known = Of(context);
        if (known is [var first, ..] && first == (number, code))
        {
            return;
        }

        var lines = known.Where(r => r.Number != number).Prepend((number, code)).Take(Most).Select(r => $"{r.Item1} {r.Item2}");
        context.Response.Cookies.Append(Name, protector.Protect(string.Join('\n', lines)), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/f",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }
}
