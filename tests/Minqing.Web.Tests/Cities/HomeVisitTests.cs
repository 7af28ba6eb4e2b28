using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>会宁 草滩镇: an old man without a smartphone is visited at home where there is no network; and the town sees all its villages (March 2026).</summary>
[Trait("Spec", "P-21")]
public sealed partial class HomeVisitTests : IAsyncDisposable
{
    private CityDays days = null!;
    private CityCase it = null!;

    private DemoOfficial Grid => days.City.Of(Role.GridOfficer, "断岘村");

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "断岘村");

    private DemoOfficial Town => days.City.Of(Role.TownCentre, "草滩镇");

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-21")]
    [Trait("Spec", "S-01")]
    public async Task What_an_old_man_says_at_home_is_sent_when_there_is_a_network_and_done(Engine engine)
    {
        days = await CityDays.OnAsync("huining", engine, "2026-03-16 10:00", "草滩镇");
        var (key, fields) = await Written_down_without_a_network();
        await Sent_in_the_afternoon_once_however_often(key, fields);
        await The_village_answers_and_does_it();
        await The_town_sees_all_its_villages();
    }

    private async Task<(string Key, (string, string)[] Fields)> Written_down_without_a_network()
    {
        var page = await days.Callers.PageAsync(Grid, "/desk/outside");
        var (key, region) = (Field().Match(page).Groups[1].Value, Region().Match(page).Groups[1].Value);
        Assert.Equal(Grid.RegionCode, region);
        Assert.Equal(HttpStatusCode.Forbidden, (await days.Callers.FetchAsync(days.City.Department("water"), "/desk/outside")).StatusCode);
        return (key, [("Channel", "home-visit"), ("Region", region), ("Address", "三社杨大爷家"), ("Words", "水窖裂了，吃水要到沟里挑"), ("Category", "B4"), ("Name", "杨大爷"), ("Consent", "oral"), ("Key", key), ("By", Grid.Person.Value.ToString())]);
    }

    private async Task Sent_in_the_afternoon_once_however_often(string key, (string Name, string Value)[] fields)
    {
        await days.UntilAsync("2026-03-16 15:00");
        var first = await SendAsync(fields);
        var again = await SendAsync(fields);
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (first.StatusCode, again.Headers.Location));
        Assert.NotEmpty(key);
        var slip = await days.Callers.PageAsync(Grid, first.Headers.Location!.OriginalString);
        Assert.Contains("受理编号", slip, StringComparison.Ordinal);

        await using var db = days.City.Site.Test.NewDb();
        var report = await db.Reports.AsNoTracking().SingleAsync(CityDays.Ct);
        Assert.Equal((Channel.HomeVisit, false), (report.Channel, report.HasPhone));
        it = CityCase.Known(days, report.Number, Code().Match(first.Headers.Location.OriginalString).Groups[1].Value, report.Id.Value, report.Appeal.Value);
        var sms = await days.SmsAsync();
        Assert.Equal([Role.VillageSecretary, Role.GridLeader], sms.Select(s => s.To!.Role).Order());
        Assert.All(sms, s => Assert.Contains("15:30前回电", s.Text, StringComparison.Ordinal));
    }

    private async Task The_village_answers_and_does_it()
    {
        await days.UntilAsync("2026-03-16 15:10");
        await it.DoAsync(Secretary, "messages", new { text = "杨大爷，明天上午来修水窖，今天先给您送水。" });
        await days.UntilAsync("2026-03-16 16:00");
        Assert.Empty(await days.SmsAsync()); // a message is the first contact of somebody without a phone
        await it.DoAsync(Secretary, "signature");
        await days.UntilAsync("2026-03-18 11:00");
        await it.DoAsync(Secretary, "steps/visit", new { on = CityDays.Utc("2026-03-17 09:30"), present = "杨大爷、村里三个人", found = "窖壁裂一道缝，已经补好" });
        await it.DoAsync(Secretary, "results", new { result = "水窖补好了，装满了水。", measures = "组织三个人补窖、送水", outcome = "solved" });
        Assert.Equal("following-up", await it.DoAsync(Town, "approvals", new { verified = "solved" }));
        Assert.Equal("settled", await it.DoAsync(days.City.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 1, speed = 1, result = 1, solved = true, words = "托网格员当面问的" }));
        Assert.Equal("这件事办完了", await it.NowAsync());
    }

    private async Task The_town_sees_all_its_villages()
    {
        await days.UntilAsync("2026-03-23 09:00");
        await CityCase.ReportAsync(days, "殿坪村", "C4", "羊吃了麦苗，两家吵起来了", "13900000041");
        await CityCase.ReportAsync(days, "麦李家村", "C4", "地界说不清", "13900000042");
        await days.UntilAsync("2026-03-23 10:00");
        var places = (await days.Callers.GetAsync(Town, "places")).EnumerateArray().Select(p => (p.GetProperty("name").GetString()![..3], Count(p, "open"), Count(p, "late"), Count(p, "uncalled"), Count(p, "settled"))).ToList();
        Assert.Equal(7, places.Count);
        Assert.Contains(("断岘村", 0, 0, 0, 1), places);
        Assert.Contains(("殿坪村", 1, 1, 1, 0), places);
        Assert.Contains(("麦李家", 1, 1, 1, 0), places);
        Assert.Equal(4, places.Count(p => p is { Item2: 0, Item5: 0 }));
        Assert.Contains("没回电 1", await days.Callers.PageAsync(days.City.Of(Role.TownHead, "草滩镇"), "/places"), StringComparison.Ordinal);
        Assert.Equal("not-for-you", await days.Callers.DeniedAsync(Secretary, "places"));
        var county = (await days.Callers.GetAsync(days.City.Of(Role.CountyHead), "places")).EnumerateArray().Single(p => Count(p, "open") > 0);
        Assert.Equal(("草滩镇", 2), (county.GetProperty("name").GetString(), Count(county, "open")));
    }

    private async Task<HttpResponseMessage> SendAsync((string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/outside") { Content = form, Headers = { { "X-Sent-By", "script" } } };
        return await (await days.Callers.OfAsync(Grid, browser: true)).SendAsync(request, CityDays.Ct);
    }

    private static int Count(System.Text.Json.JsonElement place, string what) => place.GetProperty(what).GetInt32();

    [GeneratedRegex("name=\"Key\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<option value=\"(\\d{12})\"")]
    private static partial Regex Region();

    [GeneratedRegex("code=([0-9A-Z]{6})")]
    private static partial Regex Code();
}
