using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.Storage;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Citizen;

/// <summary>Somebody in the street with a phone whose browser runs no scripts.</summary>
internal sealed partial class Passerby : IAsyncDisposable
{
    private readonly Street street;

    private Passerby(Street street) => this.street = street;

    public TestSite Site => street.Site;

    public string Page => street.Page;

    public Officials Officials => new(street);

    public static async Task<Passerby> OnAsync(Engine engine, Func<Settings, Settings>? settings = null)
    {
        var street = await Street.OnAsync(engine, settings);
        street.Site.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return new(street);
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    /// <summary>The page as a person reads it, with the letters of its markup undone.</summary>
    public async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await Site.Http.GetStringAsync(address, Ct));

    /// <summary>Sends the form of the page as it stands, with these fields filled in.</summary>
    public async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields) =>
        await SendAsync(address, await KeyAsync(address), [], fields);

    public async Task<HttpResponseMessage> SendAsync(string address, string key, byte[] photo, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(key), "Key" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        if (photo.Length > 0)
            form.Add(new ByteArrayContent(photo), "Photos", "IMG_0001.jpg");
        return await Site.Http.PostAsync(address, form, Ct);
    }

    /// <summary>Reports something and comes to the receipt; gives number and query code.</summary>
    public async Task<(string Number, string Code)> ReportAsync(string words = "楼门口的下水道堵了三天")
    {
        var answer = await SendAsync(Page, ("Words", words), ("Phone", "138 0013 8000"), ("Category", "C4"));
        var at = Receipt().Match(answer.Headers.Location?.OriginalString ?? "");
        Assert.True(at.Success, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Ct)}");
        return (at.Groups[1].Value, at.Groups[2].Value);
    }

    public async Task<string> KeyAsync(string address) => Key().Match(await Site.Http.GetStringAsync(address, Ct)).Groups[1].Value;

    public async Task<int> ReportsAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MinqingDb>().Reports.CountAsync(Ct);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    [GeneratedRegex("""name="Key" value="([0-9a-f]+)["]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"^/f/([0-9A-Z]{15})/receipt\?code=([0-9A-Z]{6})$")]
    private static partial Regex Receipt();
}
