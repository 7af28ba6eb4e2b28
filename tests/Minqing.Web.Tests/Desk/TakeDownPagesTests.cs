using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Citizen;
using Minqing.Web.Tests.Staff;

namespace Minqing.Web.Tests.Desk;

/// <summary>The pages on which staff take reports down, without scripts.</summary>
public sealed class TakeDownPagesTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task The_desk_looks_everything_up_takes_it_down_and_gives_a_slip(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var desk = await office.AsAsync(Role.CountyCentre);
        var place = await PlaceAsync(office);

        var looked = await (await desk.SendAsync("/desk/new", "/desk/new?handler=Look", ("Phone", "13800138000"), ("Sought", place.Name[..2]), ("Place", place.Code), ("Words", "下水道又堵了"))).Content.ReadAsStringAsync(Passerby.Ct);
        var shown = WebUtility.HtmlDecode(looked);
        var sent = await desk.PostAsync(looked, "/desk/new", ("Phone", "13800138000"), ("Place", place.Code), ("Words", "下水道又堵了，臭味很大"));
        var asked = await (await desk.Http.PostAsJsonAsync("/api/v1/desk/lookups", new { place = place.Name[..2] }, Passerby.Ct)).Content.ReadFromJsonAsync<JsonElement>(Passerby.Ct);
        var slip = await desk.ReadAsync(sent.Headers.Location!.OriginalString);

        Assert.Contains("楼门口的下水道堵了三天", shown, StringComparison.Ordinal);
        Assert.Contains(place.Code, asked.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("regionCode").GetString()));
        Assert.Contains("建议：市政环卫与生态环境（说到 下水道、堵了）", shown, StringComparison.Ordinal);
        Assert.Matches(new Regex("会派给谁.*承办.*首次", RegexOptions.Singleline), shown);
        Assert.DoesNotContain("13800138000", Regex.Replace(shown, "value=\"13800138000\"", ""), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("受理编号", slip, StringComparison.Ordinal);
        await using var db = office.Street.Site.Test.NewDb();
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Channel == Channel.Hotline, Passerby.Ct);
        Assert.Equal(("A3", "A3"), (report.Category, report.Suggested));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task What_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var desk = await office.AsAsync(Role.CountyCentre);

        var answer = await desk.SendAsync("/desk/new", "/desk/new", ("Phone", "138"), ("Words", "路灯坏了"), ("Sought", "水"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Passerby.Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href='#Sought'", page, StringComparison.Ordinal);
        Assert.Contains("路灯坏了", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-21")]
    public async Task A_home_visit_is_written_down_once_with_the_persons_consent(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);
        var page = await secretary.Http.GetStringAsync("/desk/outside", Passerby.Ct);
        var region = Regex.Match(page, "<option value=\"(\\d{12})\"").Groups[1].Value;
        (string, string)[] said = [("Channel", "home-visit"), ("Region", region), ("Words", "院墙要倒了"), ("Name", "王大爷"), ("Phone", "13700001111")];

        var refused = await secretary.PostAsync(page, "/desk/outside", said);
        var first = await secretary.PostAsync(page, "/desk/outside", [.. said, ("Consent", "oral")]);
        var again = await secretary.PostAsync(page, "/desk/outside", [.. said, ("Consent", "oral")]);

        Assert.Contains("替别人反映，要写明本人怎样同意的", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Passerby.Ct)), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (first.StatusCode, again.Headers.Location));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-21")]
    public async Task What_waited_on_a_phone_is_not_sent_in_by_whoever_signed_in_next(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);
        using var police = await office.AsAsync(Role.VillagePolice);
        var page = await secretary.Http.GetStringAsync("/desk/outside", Passerby.Ct);
        var (region, by) = (Regex.Match(page, "<option value=\"(\\d{12})\"").Groups[1].Value, Regex.Match(page, "name=\"By\" value=\"([0-9a-f-]{36})\"").Groups[1].Value);
        (string, string)[] said = [("Channel", "home-visit"), ("Region", region), ("Words", "院墙要倒了"), ("Consent", "oral"), ("Key", "kept"), ("By", by)];

        var others = await police.PostAsync("", "/desk/outside", said);
        var own = await secretary.PostAsync("", "/desk/outside", said);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (others.StatusCode, own.StatusCode));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-22")]
    public async Task What_was_put_right_on_a_round_waits_for_somebody_elses_check(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);
        var page = await secretary.Http.GetStringAsync("/desk/outside", Passerby.Ct);
        var region = Regex.Match(page, "<option value=\"(\\d{12})\"").Groups[1].Value;

        await secretary.PostAsync(page, "/desk/outside", ("Channel", "patrol"), ("Region", region), ("Words", "井盖翘起来了"), ("Done", "已经踩平固定"), ("Category", "A3"), ("Lat", "36.5"), ("Lon", "104.2"), ("Photos", "cover.jpg"));

        await using var db = office.Street.Site.Test.NewDb();
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Channel == Channel.Patrol, Passerby.Ct);
        var appeal = await db.Appeals.AsNoTracking().SingleAsync(a => a.Id == report.Appeal, Passerby.Ct);
        Assert.Equal((Stage.Checking, 36.5, 1), (appeal.Stage, report.Point!.Lat, appeal.Rounds[0].Evidence.Count));
    }

    private static async Task<(string Name, string Code)> PlaceAsync(Office office)
    {
        await using var db = office.Street.Site.Test.NewDb();
        var village = await db.Regions.AsNoTracking().Where(r => r.Level == RegionLevel.Village).OrderBy(r => r.Path).FirstAsync(Passerby.Ct);
        return (village.Name, village.Code);
    }
}
