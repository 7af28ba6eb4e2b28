using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Minqing.App.Notices.OwnReports;

namespace Minqing.Web.Citizen;

/// <summary>That this browser proved a phone to be its owner's: the number's blind index in a sealed cookie, for half an hour (I-14).</summary>
public sealed class ProvenPhones(IDataProtectionProvider protection)
{
    private const string Name = "phone";

    private readonly IDataProtector protector = protection.CreateProtector("citizen.phone");

    public ProvenPhone? Of(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Name] is { Length: > 0 } cookie && protector.Unprotect(cookie).Split(' ') is [var index, var ticks]
                ? new(Convert.FromHexString(index), new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc))
                : null;
        }
        catch (CryptographicException)
        {
            return null; // another installation's, or its key is gone: a new code is soon sent
        }
    }

    public void Keep(HttpContext context, ProvenPhone phone) =>
        context.Response.Cookies.Append(Name, protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(phone.Index)} {phone.Until.Ticks}")), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = ProvenPhone.Lifetime,
            Path = "/f",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
}
