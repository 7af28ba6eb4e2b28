using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Domain.Kernel;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>The people of a city at their programs and browsers, signed in anew each day.</summary>
internal sealed class CityCallers(CityOf city) : IDisposable
{
    private readonly Dictionary<(Guid Person, DateOnly Day, bool Browser), HttpClient> clients = [];

    private static CancellationToken Ct => CityDays.Ct;

    /// <param name="who">Nobody: a reporter.</param>
    public async Task<JsonElement> GetAsync(DemoOfficial? who, string address)
    {
        using var answer = await (await OfAsync(who, browser: false)).GetAsync(new Uri($"/api/v1/{address}", UriKind.Relative), Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{who?.Role} GET {address}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<HttpStatusCode> StatusAsync(DemoOfficial? who, string address)
    {
        using var answer = await (await OfAsync(who, browser: false)).GetAsync(new Uri($"/api/v1/{address}", UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    /// <summary>What must go well.</summary>
    public async Task<JsonElement> PostAsync(DemoOfficial? who, string address, object body)
    {
        var (status, text) = await SendAsync(who, address, body);
        Assert.True((int)status < 300, $"{who?.Role} {address}: {status} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>What must be refused; gives the problem's code.</summary>
    public async Task<string> RefusedAsync(DemoOfficial? who, string address, object body)
    {
        var (status, text) = await SendAsync(who, address, body);
        Assert.True((int)status >= 400, $"{who?.Role} {address} went through: {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("type").GetString()!.Split(':')[^1];
    }

    /// <summary>What somebody asks for and is denied; gives the problem's code.</summary>
    public async Task<string> DeniedAsync(DemoOfficial who, string address)
    {
        using var answer = await (await OfAsync(who, browser: false)).GetAsync(new Uri($"/api/v1/{address}", UriKind.Relative), Ct);
        Assert.False(answer.IsSuccessStatusCode, address);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("type").GetString()!.Split(':')[^1];
    }

    /// <summary>A page as somebody reads it.</summary>
    public async Task<string> PageAsync(DemoOfficial? who, string address)
    {
        using var answer = await FetchAsync(who, address);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        Assert.True(answer.IsSuccessStatusCode, $"{who?.Role} {address}: {answer.StatusCode} {page}");
        return page;
    }

    public async Task<HttpResponseMessage> FetchAsync(DemoOfficial? who, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
        return await (await OfAsync(who, browser: true)).SendAsync(request, Ct);
    }

    public async Task<HttpClient> OfAsync(DemoOfficial? who, bool browser)
    {
        if (who is null)
        {
            return city.Site.Http;
        }

        var key = (who.Person.Value, LocalTime.DayOf(city.Site.Clock.GetUtcNow().UtcDateTime), browser);
        return clients.TryGetValue(key, out var known) ? known
            : clients[key] = browser ? await city.Site.BrowserOfAsync(who.Person) : await city.Site.ProgramOfAsync(who.Person);
    }

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(DemoOfficial? who, string address, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{address}") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } };
        using var answer = await (await OfAsync(who, browser: false)).SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }
}
