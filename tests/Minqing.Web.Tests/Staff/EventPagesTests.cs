using System.Net;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Staff;

/// <summary>A mass event by its pages and by interface.</summary>
[Trait("Spec", "H-29")]
public sealed class EventPagesTests
{
    [Theory, OnBothDatabases]
    public async Task It_is_opened_filled_answered_and_ended_by_form(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        using var centre = new Worker(await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person), $"/appeals/{it.Appeal.Value}");

        var wrong = await centre.SendAsync("/events", "/events", ("Name", "大风停电"), ("RegionCode", WalkedCity.Grid[..12]), ("CategoryCode", "C4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"大风停电\"", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(WalkedCity.Ct)), StringComparison.Ordinal);
        var opened = await centre.SendAsync("/events", "/events", ("Name", "大风停电"), ("RegionCode", WalkedCity.Grid[..12]), ("CategoryCode", "C4"), ("Since", "2026-01-01T00:00"));
        var page = opened.Headers.Location!.OriginalString;
        Assert.Contains("楼门口的下水道堵了三天", await centre.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.SendAsync(page, $"{page}?handler=Join", ("Appeals", it.Appeal.Value.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.SendAsync(page, $"{page}?handler=Answer", ("Words", "正在抢修"))).StatusCode);

        var shown = await centre.ReadAsync(page);
        Assert.Contains("1 人反映，1 件，还有 1 件在办", shown, StringComparison.Ordinal);
        Assert.Contains("正在抢修", shown, StringComparison.Ordinal);
        Assert.Contains("群发事件 1 起，不算在上面", await centre.ReadAsync("/watch"), StringComparison.Ordinal);
        await centre.DoAsync("join-event", ("event", ""));
        Assert.Contains("0 人反映，0 件", await centre.ReadAsync(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await centre.SendAsync(page, $"{page}?handler=End")).StatusCode);
        Assert.DoesNotContain("handler=Answer", await centre.ReadAsync(page), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task By_interface_the_same(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        using var centre = await Official.OfAsync(city, Role.CountyCentre);

        var (status, opened) = await centre.PostAsync("events", new { name = "大风停电", regionCode = WalkedCity.Grid[..12], categoryCode = "C4", since = "2026-01-01T00:00:00Z" });
        var id = opened.GetProperty("id").GetGuid();
        var joined = await centre.PostAsync($"events/{id}/appeals", new { appeals = new[] { it.Appeal.Value } });
        await centre.PostAsync($"events/{id}/answers", new { text = "正在抢修" });

        Assert.Equal((HttpStatusCode.Created, 1), (status, joined.Answer.GetProperty("joined").GetInt32()));
        var read = await centre.GetAsync($"events/{id}");
        Assert.Equal(("正在抢修", 1, 0), (read.GetProperty("answer").GetString(), read.GetProperty("event").GetProperty("appeals").GetInt32(), read.GetProperty("proposed").GetArrayLength()));
        await centre.DoAsync(it, "steps/join-event", new { });
        Assert.Equal(1, (await centre.GetAsync($"events/{id}")).GetProperty("proposed").GetArrayLength());
    }
}
