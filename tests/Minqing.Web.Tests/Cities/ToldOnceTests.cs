using System.Text.RegularExpressions;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Cities;

/// <summary>A step that ends the case and its reporters' clocks is told once, with its reason.</summary>
public sealed partial class ToldOnceTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "I-31")]
    public async Task Why_it_is_not_taken_on_stands_once_on_the_reporters_page_and_on_the_staffs(Engine engine)
    {
        await using var it = await CityScene.OnAsync("yuejincun", "C4", engine);
        var chief = it.City.Of(Role.StationChief, it.Village);
        await it.DoAsync(chief, "steps/decline", new { route = "statutory-route", notice = "请向法院申请强制执行。" });

        var follow = Text(await it.City.Site.Http.GetStringAsync(new Uri(it.Receipt.GetProperty("followUrl").GetString()!).PathAndQuery, CityScene.Ct));
        Assert.Single(Regex.Matches(follow, "没有受理：这件事有法律规定的办法"));
        Assert.DoesNotMatch(@"\{[A-Za-z]+\}", follow);

        using var browser = await it.City.Site.BrowserOfAsync(chief.Person);
        var page = Text(await browser.GetStringAsync($"/appeals/{it.Appeal}", CityScene.Ct));
        Assert.Single(Regex.Matches(page, "不予受理"));
        Assert.Contains("请向法院申请强制执行。", page, StringComparison.Ordinal);
    }

    // What is read, without the page's scripts and styles.
    private static string Text(string page) => System.Net.WebUtility.HtmlDecode(Markup().Replace(page, ""));

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();
}
