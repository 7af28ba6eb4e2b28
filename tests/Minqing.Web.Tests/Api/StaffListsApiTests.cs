using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Citizen;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Api;

/// <summary>The lists of staff, who reported, and what was sent with it, as other programs read them.</summary>
public sealed class StaffListsApiTests
{
    // a WAV of one second, which needs no tool to be checked
    private static readonly byte[] Clip =
    [
        .. "RIFF"u8, 0xA4, 0x3E, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0, .. "data"u8, 0x80, 0x3E, 0, 0, .. new byte[16000],
    ];

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-08")]
    public async Task My_list_goes_on_page_by_page_and_every_appeal_stands_in_it_once(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var cases = new Cases(city);
        for (var i = 0; i < 52; i++)
            await cases.ReceivedAsync();
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);

        var first = await secretary.GetAsync("turns?kind=sign");
        var second = await secretary.GetAsync($"turns?kind=sign&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}");

        Assert.Equal((52, 50, 2), (first.GetProperty("open").GetInt32(), Appeals(first).Count, Appeals(second).Count));
        Assert.Equal(52, Appeals(first).Concat(Appeals(second)).Distinct().Count());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-03")]
    public async Task The_leader_reads_what_is_late_in_the_area_and_who_has_it(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        using var head = await Official.OfAsync(city, Role.TownHead);
        var before = await head.GetAsync("late");

        city.Site.Clock.Advance(TimeSpan.FromHours(2));
        var late = await head.GetAsync("late");

        Assert.Empty(Appeals(before));
        Assert.Equal([it.Appeal.Value], Appeals(late));
        Assert.Equal((1, 1), (late.GetProperty("late").GetInt32(), late.GetProperty("uncalled").GetInt32()));
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.FetchAsync("/api/v1/late")).StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Who_reported_is_shown_with_a_purpose_that_the_reporter_reads_and_a_kept_identity_only_at_the_desk(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var (open, kept) = (await new Cases(city).ReceivedAsync(), await new Cases(city).ReceivedAsync(keep: true));
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);
        using var county = await Official.OfAsync(city, Role.CountyCentre);

        var (_, shown) = await secretary.PostAsync($"reports/{open.Report.Value}/identity-openings", new { purpose = "first-call" });
        var (refused, why) = await secretary.PostAsync($"reports/{kept.Report.Value}/identity-openings", new { purpose = "first-call" });
        var (atDesk, _) = await county.PostAsync($"reports/{kept.Report.Value}/identity-openings", new { purpose = "first-call" });
        var read = await secretary.GetAsync($"reports/{open.Number}/openings?code={open.Code}");

        Assert.Equal("王秀兰", shown.GetProperty("name").GetString());
        Assert.Equal((HttpStatusCode.Forbidden, "urn:minqing:problem:identity-kept-from-handlers"), (refused, why.GetProperty("type").GetString()));
        Assert.Equal(HttpStatusCode.OK, atDesk);
        Assert.Equal(("village-secretary", "first-call"), (read[0].GetProperty("role").GetString(), read[0].GetProperty("purpose").GetString()));

        // The audit administrator finds both looks, by person, and no word of the appeal.
        await secretary.AppealAsync(open);
        using var auditor = await Official.OfAsync(city, Role.AuditAdministrator);
        using var elsewhere = await Official.OfAsync(city, Role.AuditAdministrator, elsewhere: true);
        using var browser = await city.Site.BrowserOfAsync(city.At(Role.AuditAdministrator).Person);
        var (looks, opened) = (await auditor.GetAsync("audit"), await auditor.GetAsync("audit?kind=accesses&q=village-secretary"));
        Assert.Equal("first-call", looks.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("person").GetString() == "village-secretary").GetProperty("purpose").GetString());
        Assert.Equal(("open-appeal", 1, ReportNumber.Grouped(open.Number)), (opened.GetProperty("rows")[0].GetProperty("step").GetString(), opened.GetProperty("rows").GetArrayLength(), opened.GetProperty("rows")[0].GetProperty("about").GetString()));
        Assert.DoesNotContain("下水道", opened.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await auditor.GetAsync("audit?kind=accesses&q=village-police")).GetProperty("rows").GetArrayLength(), (await elsewhere.GetAsync("audit?kind=accesses")).GetProperty("rows").GetArrayLength()));
        Assert.Contains("看了这一件", WebUtility.HtmlDecode(await browser.GetStringAsync("/audit?kind=accesses&q=village-secretary", WalkedCity.Ct)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await county.FetchAsync("/api/v1/audit")).StatusCode);

        // Of a file it says of which list.
        using var program = await city.Site.ProgramOfAsync(city.At(Role.CountyCentre).Person);
        foreach (var list in new[] { "lists/late", "ledger" })
            (await program.PostAsync(new Uri($"/api/v1/{list}/exports?format=csv", UriKind.Relative), null, WalkedCity.Ct)).Dispose();
        var files = WebUtility.HtmlDecode(await browser.GetStringAsync("/audit?kind=exports", WalkedCity.Ct));
        Assert.Contains("导出“超时的” 0 件", files, StringComparison.Ordinal);
        Assert.Contains("导出“台账” 2 件", files, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-30")]
    [Trait("Spec", "P-12")]
    public async Task Handlers_see_the_photo_and_hear_the_voice_only_after_opening_who_it_is(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var (photo, voice) = (await SendAsync(city, OnePixel.Jpeg), await SendAsync(city, Clip));
        var it = await new Cases(city).ReceivedAsync(attachments: [photo, voice]);
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);
        var at = $"/appeals/{it.Appeal.Value}/media";

        var seen = await secretary.FetchAsync($"{at}/{photo}?small=true");
        var before = await secretary.FetchAsync($"{at}/{voice}");
        await secretary.PostAsync($"reports/{it.Report.Value}/identity-openings", new { purpose = "first-call" });
        var heard = await secretary.FetchAsync($"{at}/{voice}");
        var others = await secretary.FetchAsync($"{at}/{Guid.NewGuid()}");

        Assert.Equal((HttpStatusCode.OK, "image"), (seen.StatusCode, seen.Content.Headers.ContentType!.MediaType!.Split('/')[0]));
        Assert.NotEqual(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "audio", true), (heard.StatusCode, heard.Content.Headers.ContentType!.MediaType!.Split('/')[0], heard.Headers.CacheControl!.NoStore));
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-22")]
    public async Task What_waits_for_a_call_back_leads_from_the_list_to_the_desks_page(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ClosedByAsync(1);
        using var desk = await city.Site.BrowserOfAsync(city.At(Role.FollowUpDesk).Person);

        var list = await desk.GetStringAsync("/work", WalkedCity.Ct);
        var page = await desk.GetAsync($"/followups/{it.Appeal.Value}", WalkedCity.Ct);

        Assert.Contains($"href=\"/followups/{it.Appeal.Value}\"", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task A_program_at_the_desk_looks_up_and_takes_down_as_its_page_does_and_only_for_its_own_place(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var before = await new Cases(city).ReceivedAsync();
        using var desk = await Official.OfAsync(city, Role.HotlineOperator);
        using var centre = await Official.OfAsync(city, Role.CountyCentre);
        using var other = await Official.OfAsync(city, Role.HotlineOperator, elsewhere: true);
        await IndexedAsync(city, before);
        object asked = new { phone = "13800000001", regionCode = WalkedCity.Grid, text = "下水道堵了，臭味很大" };
        object said = new { regionCode = WalkedCity.Grid, text = "下水道堵了，臭味很大", phone = "13700000002", address = "3 号楼", join = before.Appeal.Value };

        var (_, found) = await desk.PostAsync("desk/lookups", asked);
        var (there, elsewhere) = await other.PostAsync("desk/lookups", new { phone = "13800000001", text = "下水道堵了，臭味很大" });
        var (wrongPlace, why) = await other.PostAsync("desk/lookups", asked);
        var (wrongPhone, whyPhone) = await desk.PostAsync("desk/lookups", new { phone = "138" });
        var (taken, receipt) = await centre.PostAsync("desk/reports", said, "call-1");
        var (_, again) = await centre.PostAsync("desk/reports", said, "call-1");
        var (refused, _) = await other.PostAsync("desk/reports", said, "call-2");
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);

        Assert.Equal([before.Number], found.GetProperty("earlier").EnumerateArray().Select(e => e.GetProperty("number").GetString()));
        Assert.DoesNotContain("王秀兰", found.ToString(), StringComparison.Ordinal);
        Assert.Equal([before.Appeal.Value], found.GetProperty("similar").EnumerateArray().Select(e => e.GetProperty("appeal").GetGuid()));
        Assert.Equal(("A3", "620402001201"), (found.GetProperty("suggested").GetProperty("category").GetString(), found.GetProperty("preview").GetProperty("unit").GetString()));
        Assert.Equal((HttpStatusCode.OK, 0, 0), (there, elsewhere.GetProperty("earlier").GetArrayLength(), elsewhere.GetProperty("similar").GetArrayLength()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "urn:minqing:problem:not-your-place"), (wrongPlace, why.GetProperty("type").GetString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "phone"), (wrongPhone, whyPhone.GetProperty("field").GetString()));
        Assert.Equal((HttpStatusCode.Created, receipt.GetProperty("number").GetString(), JsonValueKind.Null), (taken, again.GetProperty("number").GetString(), receipt.GetProperty("notJoined").ValueKind));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.PostAsync("desk/lookups", asked)).Status);
        var joined = await centre.AppealAsync(before);
        Assert.Equal([before.Number, receipt.GetProperty("number").GetString()], joined.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("number").GetString()));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    [Trait("Spec", "H-22")]
    [Trait("Spec", "I-32")]
    public async Task The_desks_lists_hold_what_waits_for_them_and_nothing_of_elsewhere(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var cases = new Cases(city);
        var (disputed, closed, same) = (await new CourseCases(city, cases).DisputedAsync(), await cases.ClosedByAsync(1), await cases.ReceivedAsync());
        await cases.ReceivedAsync(WalkedCity.PlaceOfFirstCall(Role.TownHead)); // the same words, in another town
        using var centre = await Official.OfAsync(city, Role.CityCentre);
        using var other = await Official.OfAsync(city, Role.CityCentre, elsewhere: true);
        using var asks = await Official.OfAsync(city, Role.FollowUpDesk);
        using var head = await Official.OfAsync(city, Role.CountyHead);

        var (all, ruled, none) = (await centre.GetAsync("dispatch"), await centre.GetAsync("dispatch?work=rule"), await centre.GetAsync("dispatch?work=rule&q=不在这里"));
        var accuracy = await head.GetAsync("dispatch/accuracy?days=90");
        var candidates = await centre.GetAsync($"appeals/{disputed.Appeal.Value}/merge-candidates");

        Assert.Equal((disputed.Appeal.Value, "rule", 1), (Appeals(ruled).Single(), ruled.GetProperty("rows")[0].GetProperty("work").GetString(), all.GetProperty("counts").GetProperty("rule").GetProperty("count").GetInt32()));
        Assert.Equal((true, false), (Appeals(all).Contains(disputed.Appeal.Value), Appeals(none).Count > 0));
        Assert.Empty(Appeals(await other.GetAsync("dispatch")));
        Assert.Equal([closed.Appeal.Value], Appeals(await asks.GetAsync("followups")));
        Assert.Empty(Appeals(await asks.GetAsync("followups?q=不在这里")));
        using var asksElsewhere = await Official.OfAsync(city, Role.FollowUpDesk, elsewhere: true);
        Assert.Empty(Appeals(await asksElsewhere.GetAsync("followups")));
        Assert.Equal((1, 0), (accuracy.GetProperty("given").GetInt32(), accuracy.GetProperty("wrong").GetInt32()));
        Assert.Equal(("city-centre", 1), (accuracy.GetProperty("dispatchers")[0].GetProperty("name").GetString(), accuracy.GetProperty("dispatchers")[0].GetProperty("given").GetInt32()));
        Assert.Equal(new[] { closed.Appeal.Value, same.Appeal.Value }.ToHashSet(), candidates.EnumerateArray().Select(c => c.GetProperty("appeal").GetGuid()).ToHashSet());
        Assert.Equal(HttpStatusCode.NotFound, (await other.FetchAsync($"/api/v1/appeals/{disputed.Appeal.Value}/merge-candidates")).StatusCode);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [(await head.FetchAsync("/api/v1/dispatch")).StatusCode, (await head.FetchAsync("/api/v1/followups")).StatusCode]);
    }

    private static List<Guid> Appeals(JsonElement list) => [.. list.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("appeal").GetGuid())];

    // Nobody who reports waits for it: it is done by the outbox.
    private static async Task IndexedAsync(WalkedCity city, Case it)
    {
        await using var db = city.Site.Test.NewDb();
        while (!await db.SearchTexts.AnyAsync(t => t.Report == it.Report, WalkedCity.Ct))
            await Task.Yield();
    }

    private static async Task<Guid> SendAsync(WalkedCity city, byte[] file) =>
        (await (await city.Site.Http.PostAsync("/api/v1/media", new ByteArrayContent(file), WalkedCity.Ct)).Content.ReadFromJsonAsync<JsonElement>(WalkedCity.Ct)).GetProperty("id").GetGuid();
}
