using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Storage;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Citizen;

/// <summary>A street of Baiyin with codes on its walls and officials in their posts, and somebody with a phone whose browser runs no scripts.</summary>
internal sealed partial class Street : IAsyncDisposable
{
    private const string Town = "620402001";

    private static readonly string[] Above = ["620000000000", "620400000000", "620402000000"];

    private Street(TestSite site, string code) => (Site, Code) = (site, code);

    public TestSite Site { get; }

    /// <summary>The code on the wall.</summary>
    public string Code { get; }

    public string Page => $"/q/{Code}";

    public static async Task<Street> OnAsync(Engine engine)
    {
        var site = await TestSite.OnAsync(engine);
        await using var scope = site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoRegions>(scope.ServiceProvider).RunAsync(await DivisionsAsync(site.Test.Settings.Data), Ct, grids: 12);
        await ActivatorUtilities.CreateInstance<DemoPeople>(scope.ServiceProvider).FillAsync("620400000000", DemoExtent.Whole, Ct);
        var codes = await ActivatorUtilities.CreateInstance<DemoCodes>(scope.ServiceProvider).RunAsync(Path.Combine(site.Test.Settings.Data, "codes.csv"), Ct);
        site.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return new(site, codes[0].Code);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

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
        var answer = await SendAsync(Page, ("Words", words), ("Phone", "138 0013 8000"));
        var at = Receipt().Match(answer.Headers.Location?.OriginalString ?? $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Ct)}");
        Assert.True(at.Success, at.Value);
        return (at.Groups[1].Value, at.Groups[2].Value);
    }

    public async Task<string> KeyAsync(string address) => Key().Match(await Site.Http.GetStringAsync(address, Ct)).Groups[1].Value;

    public async Task<int> ReportsAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MinqingDb>().Reports.CountAsync(Ct);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    // One town, and what is above it.
    private static async Task<string> DivisionsAsync(string folder, [CallerFilePath] string here = "")
    {
        var all = await File.ReadAllLinesAsync(Path.Combine(Path.GetDirectoryName(here)!, "../../../profiles/baiyin/regions.csv"), Ct);
        var file = Path.Combine(folder, "regions.csv");
        await File.WriteAllLinesAsync(file, all.Where((line, i) => i == 0 || line.StartsWith(Town, StringComparison.Ordinal) || Above.Any(a => line.StartsWith(a, StringComparison.Ordinal))), Ct);
        return file;
    }

    [GeneratedRegex("""name="Key" value="([0-9a-f]+)["]""")]
    private static partial Regex Key();

    [GeneratedRegex(@"^/f/([0-9A-Z]{15})/receipt\?code=([0-9A-Z]{6})$")]
    private static partial Regex Receipt();
}
