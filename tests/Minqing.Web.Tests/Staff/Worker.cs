using System.Net;
using System.Text.RegularExpressions;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Staff;

/// <summary>A member of staff with a browser that runs no scripts.</summary>
internal sealed class Worker(HttpClient http, string appeal) : IDisposable
{
    public string Appeal => appeal;

    public HttpClient Http => http;

    public void Dispose() => http.Dispose();

    public async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await http.GetStringAsync(address, Passerby.Ct));

    public Task<HttpResponseMessage> GetAsync(string address) => http.GetAsync(address, Passerby.Ct);

    /// <summary>Opens the page with the form, fills the fields in, and sends what the form holds.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields) =>
        await PostAsync(await http.GetStringAsync(page, Passerby.Ct), action, fields);

    /// <summary>Sends the form of a page opened before.</summary>
    public Task<HttpResponseMessage> PostAsync(string opened, string action, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var hidden in new[] { "__RequestVerificationToken", "Seen", "Key" })
        {
            if (Regex.Match(opened, $"name=\"{hidden}\"[^>]* value=\"([^\"]*)\"") is { Success: true } match)
            {
                form.Add(new StringContent(WebUtility.HtmlDecode(match.Groups[1].Value)), hidden);
            }
        }

        foreach (var (name, value) in fields)
        {
            if (name == "Photos")
            {
                form.Add(new ByteArrayContent(OnePixel.Jpeg), name, value);
            }
            else
            {
                form.Add(new StringContent(value), name);
            }
        }

        return http.PostAsync(action, form, Passerby.Ct);
    }

    /// <summary>Takes a step by its page and comes back to the appeal.</summary>
    public async Task DoAsync(string step, params (string Name, string Value)[] fields)
    {
        var page = step is "take" or "sign" or "accept-raised" ? appeal : $"{appeal}/{step}";
        var answer = await SendAsync(page, $"{appeal}/{step}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{step}: {answer.StatusCode} {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Passerby.Ct))}");
    }
}
