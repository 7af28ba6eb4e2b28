using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Staff;

/// <summary>A report of two matters, split by form and by interface, and followed by the person.</summary>
[Trait("Spec", "I-34")]
public sealed class SplitPagesTests
{
    private const string Both = "楼门口的下水道堵了三天，路灯也不亮";

    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    public async Task By_form_the_words_are_there_to_choose_from_and_what_was_typed_stays(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync(words: Both);
        using var centre = new Worker(await city.Site.BrowserOfAsync(city.At(Role.TownCentre).Person), $"/appeals/{it.Appeal.Value}");
        using var secretary = new Worker(await city.Site.BrowserOfAsync(city.At(Role.VillageSecretary).Person), $"/appeals/{it.Appeal.Value}");

        var form = await centre.ReadAsync($"{centre.Appeal}/split");
        var wrong = await centre.SendAsync($"{centre.Appeal}/split", $"{centre.Appeal}/split", ("words", "路灯坏了五盏"), ("categoryCode", "A2"));
        var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Ct));
        await centre.DoAsync("split", ("words", "路灯也不亮"), ("categoryCode", "A2"));

        Assert.Contains($">{Both}</textarea>", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(">路灯坏了五盏</textarea>", again, StringComparison.Ordinal);
        Assert.Contains("拆出去的只能是反映人自己说的话", again, StringComparison.Ordinal);
        Assert.Matches("value=\"A2\" selected", again);
        var page = await secretary.ReadAsync(secretary.Appeal);
        Assert.Contains("同一份反映拆出的事", page, StringComparison.Ordinal);
        Assert.Contains("第 2 件", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"words\">楼门口的下水道堵了三天</p>", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task By_interface_each_part_is_read_urged_and_rated_by_its_number(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync(words: Both);
        using var centre = await Official.OfAsync(city, Role.TownCentre);
        var at = $"/api/v1/reports/{it.Number}";

        await centre.DoAsync(it, "steps/split", new { words = "路灯也不亮", categoryCode = "A2" });

        var part = (await centre.AppealAsync(it)).GetProperty("parts").EnumerateArray().Single();
        Assert.Equal((2, "handling"), (part.GetProperty("part").GetInt32(), part.GetProperty("stage").GetString()));
        var course = await ReadAsync($"{at}?code={it.Code}&part=2");
        Assert.Equal((2, "路灯也不亮", 2), (course.GetProperty("part").GetInt32(), course.GetProperty("text").GetString(), course.GetProperty("parts").GetArrayLength()));
        Assert.Equal(HttpStatusCode.OK, (await city.Site.Http.PostAsJsonAsync($"{at}/urges?code={it.Code}&part=2", new { }, Ct)).StatusCode);
        Assert.Contains((await ReadAsync($"{at}?code={it.Code}&part=2")).GetProperty("timeline").EnumerateArray(), t => t.GetProperty("step").GetString() == "urge");
        Assert.DoesNotContain((await ReadAsync($"{at}?code={it.Code}")).GetProperty("timeline").EnumerateArray(), t => t.GetProperty("step").GetString() == "urge");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await city.Site.Http.GetAsync(new Uri($"{at}?code={it.Code}&part=7", UriKind.Relative), Ct)).StatusCode);

        async Task<JsonElement> ReadAsync(string address) => await city.Site.Http.GetFromJsonAsync<JsonElement>(address, Ct);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-14")]
    public async Task The_person_has_one_page_with_a_part_for_each(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync(words: Both);
        using var centre = await Official.OfAsync(city, Role.TownCentre);
        await centre.DoAsync(it, "steps/split", new { words = "路灯也不亮", categoryCode = "A2" });

        var first = await ReadAsync("");
        var second = await ReadAsync("&part=2");
        var none = await city.Site.Http.GetAsync(new Uri($"/f/{it.Number}?code={it.Code}&part=9", UriKind.Relative), Ct);

        Assert.Contains("您反映的有 2 件事，分开办", first, StringComparison.Ordinal);
        Assert.Contains("“楼门口的下水道堵了三天”", first, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Part\" value=\"2\"", first, StringComparison.Ordinal);
        Assert.Contains("“路灯也不亮”", second, StringComparison.Ordinal);
        Assert.Contains("name=\"Part\" value=\"2\"", second, StringComparison.Ordinal);
        Assert.Contains("您反映的这几件事都停下来不办了", second, StringComparison.Ordinal);
        Assert.Equal($"/f/{it.Number}?code={it.Code}", none.Headers.Location?.OriginalString);

        async Task<string> ReadAsync(string part) => WebUtility.HtmlDecode(await city.Site.Http.GetStringAsync(new Uri($"/f/{it.Number}?code={it.Code}{part}", UriKind.Relative), Ct));
    }
}
