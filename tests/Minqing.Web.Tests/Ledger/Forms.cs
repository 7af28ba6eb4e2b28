using System.Text.RegularExpressions;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Ledger;

/// <summary>Sends a page's form as its browser would.</summary>
internal static partial class Forms
{
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await browser.GetStringAsync(new Uri("/me", UriKind.Relative), WalkedCity.Ct)).Groups[1].Value;
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", token));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(all), WalkedCity.Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
