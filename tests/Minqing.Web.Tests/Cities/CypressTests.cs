using System.Net;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>白银: a cypress hides the traffic at a gate on 国道109 at 纺织路街道 银湖社区 (March 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class CypressTests : IAsyncDisposable
{
    private CityDays days = null!;
    private CityCase it = null!;
    private string instruction = "";

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "银湖社区");

    private DemoOfficial County => days.City.Of(Role.CountyCentre);

    private DemoOfficial Garden => days.Officer("白银市园林绿化局");

    private DemoOfficial Leader => days.City.Of(Role.CountyHead, "白银区");

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    [Trait("Spec", "H-12")]
    [Trait("Spec", "D-03")]
    [Trait("Spec", "S-02")]
    [Trait("Spec", "S-03")]
    public async Task A_cypress_goes_past_the_street_to_the_county_and_the_citys_garden_bureau_is_late_until_the_secretary_writes(Engine engine)
    {
        days = await CityDays.OnAsync("baiyin", engine, "2026-03-06 10:00", "四龙路街道", "纺织路街道");
        await Beyond_the_community_it_goes_to_the_county_and_on_to_the_citys_bureau();
        await The_bureau_is_late_and_the_warnings_climb();
        await It_stands_on_the_county_secretarys_lists();
        await The_county_secretary_instructs_and_sends_the_first_answer_back();
        await It_is_solved_and_the_answer_accepted();
    }

    private async Task Beyond_the_community_it_goes_to_the_county_and_on_to_the_citys_bureau()
    {
        it = await CityCase.ReportAsync(days, "银湖社区", "A1", "小区门口国道109上的柏树挡住视线，出门差点被撞", "13900000012", address: "国道109小区大门");
        await days.SmsAsync();
        await days.UntilAsync("2026-03-06 10:20");
        await it.DoAsync(Secretary, "calls", new { outcome = "reached", said = "绿化带归市里管" });
        await it.DoAsync(Secretary, "signature");
        await it.DoAsync(Secretary, "raisings", new { reason = "国道绿化带不归社区", tried = "到现场看过，立了警示牌", level = 3 });
        Assert.Equal("白银区社会治安综合治理中心", (await days.SmsAsync()).About("由下级上报").Select(s => s.To!.UnitName).Distinct().Single());

        var street = days.City.Of(Role.TownCentre, "纺织路街道");
        Assert.Contains("下级越级上报，请知悉", await days.Callers.PageAsync(street, "/notices"), StringComparison.Ordinal);
        Assert.Contains("1 条没看", await days.Callers.PageAsync(street, "/work"), StringComparison.Ordinal);
        await days.Callers.PostAsync(street, "notices/readings", new { appeal = it.Appeal });
        Assert.Equal(0, (await days.Callers.GetAsync(street, "notices")).GetProperty("unread").GetInt32());

        await it.DoAsync(County, "acceptance");
        await days.UntilAsync("2026-03-06 15:00");
        Assert.Equal(HttpStatusCode.NotFound, await days.Callers.StatusAsync(Garden, $"appeals/{it.Appeal}"));
        var form = await days.Callers.PageAsync(County, $"/appeals/{it.Appeal}/transfer");
        Assert.Contains("白银市园林绿化局", form, StringComparison.Ordinal);
        Assert.DoesNotContain("白银市教育局", form, StringComparison.Ordinal);
        Assert.Equal("not-addressable", await it.RefusedAsync(County, "steps/transfer", new { unit = days.Officer("白银市教育局").Unit.Value, reason = "学校门口" }));
        await it.DoAsync(County, "steps/transfer", new { unit = Garden.Unit.Value, reason = "国道两侧绿化归市园林" });
        Assert.Equal("2026-03-27 23:59", await it.ClockAsync(Garden, "handle"));
        Assert.Equal("白银市园林绿化局 1", (await days.SmsAsync()).About("3月27日23:59前办结").Who());
        Assert.Contains("下级综治中心直接交给了本级部门", await days.Callers.PageAsync(days.City.Of(Role.CityCentre), "/notices"), StringComparison.Ordinal);
        Assert.Contains("直接交给了白银市园林绿化局，已告知白银市社会治安综合治理中心", await days.Callers.PageAsync(County, $"/appeals/{it.Appeal}"), StringComparison.Ordinal);
        Assert.Equal("白银市园林绿化局正在办您的事", await it.NowAsync());
        await it.DoAsync(Garden, "signature");
        Assert.Equal("step-not-yours", await it.RefusedAsync(Secretary, "results", new { result = "好了", measures = "无", outcome = "solved" }));
    }

    private async Task The_bureau_is_late_and_the_warnings_climb()
    {
        await days.UntilAsync("2026-03-27 18:00");
        // 180 minutes of Friday and 15 days of 420: half are over after 3240, four fifths after 5184.
        Assert.Equal("2026-03-18 10:30、2026-03-24 17:24", (await days.SmsAsync()).About("办理到3月27日23:59截止").When());
        await days.UntilAsync("2026-03-28 09:00");
        var due = (await days.SmsAsync()).About("办理已超期");
        Assert.Equal(("2026-03-28 08:00", "白银市园林绿化局 1"), (due.When(), due.Who()));
        Assert.Contains("到时间没有办好，已经告诉上一级", await it.ToldAsync(), StringComparison.Ordinal);

        await days.UntilAsync("2026-03-30 16:00");
        var above = (await days.SmsAsync()).About("超期仍未完成");
        Assert.Equal(("2026-03-30 15:00", Role.CityPoliticalLegalSecretary), (above.When(), Assert.Single(above).To!.Role));
    }

    private async Task It_stands_on_the_county_secretarys_lists()
    {
        var watched = Assert.Single((await days.Callers.GetAsync(Leader, "watch")).GetProperty("rows").EnumerateArray());
        Assert.Equal((it.Appeal, "[\"overdue\"]"), (watched.GetProperty("appeal").GetGuid(), watched.GetProperty("why").GetRawText()));
        var rounds = await days.Callers.GetAsync(Leader, "rounds");
        Assert.Equal("watched", Assert.Single(rounds.GetProperty("rows").EnumerateArray()).GetProperty("cause").GetString());
        Assert.Equal(["2026-03-30 08:00", "2026-03-23 08:00"], rounds.GetProperty("rounds").EnumerateArray().Select(r => CityDays.Local(r.GetProperty("slot").GetDateTime())));
        Assert.Contains("国道109小区大门", await days.Callers.PageAsync(Leader, "/watch"), StringComparison.Ordinal);
    }

    private async Task The_county_secretary_instructs_and_sends_the_first_answer_back()
    {
        var words = new { text = "关系出行安全，立即修剪，并排查国道沿线", unit = Garden.Unit.Value, days = 3 };
        Assert.Equal("not-for-you", await days.Callers.RefusedAsync(County, $"appeals/{it.Appeal}/instructions", words));
        instruction = "instructions/" + (await days.Callers.PostAsync(Leader, $"appeals/{it.Appeal}/instructions", words)).GetProperty("id").GetGuid();
        Assert.Equal("白银市园林绿化局 1", (await days.SmsAsync()).About("领导对国道109小区大门的诉求作了批示，请在4月2日23:59前答复").Who());
        Assert.Equal("acknowledged", await StateAsync(Garden, "acknowledgement", new { }));
        Assert.Equal("not-to-you", await days.Callers.RefusedAsync(County, $"{instruction}/answers", new { text = "已办" }));

        await days.UntilAsync("2026-03-31 10:00");
        Assert.Equal("answered", await StateAsync(Garden, "answers", new { text = "正在安排" }));
        Assert.Equal("not-your-instruction", await days.Callers.RefusedAsync(days.City.Of(Role.CountyPoliticalLegalSecretary), $"{instruction}/acceptance", new { }));
        Assert.Equal("sent-back", await StateAsync(Leader, "send-backs", new { text = "哪天修剪好，写明白" }));
        Assert.Equal("白银市园林绿化局 1", (await days.SmsAsync()).About("答复被退回").Who());
    }

    private async Task It_is_solved_and_the_answer_accepted()
    {
        await days.UntilAsync("2026-04-01 15:00");
        var after = await it.PhotoAsync();
        var done = new { result = "柏树已经修剪，出门能看清来车。", measures = "修剪六棵，沿线排查", outcome = "solved", evidence = new[] { after } };
        Assert.Equal("no-photo-of-before", await it.RefusedAsync(Garden, "results", done));
        await it.DoAsync(Garden, "steps/visit", new { on = "2026-04-01T01:00:00Z", present = "两名工人", found = "六棵柏树挡住视线", attachments = new[] { await it.PhotoAsync() } });
        Assert.Equal("no-position-in-photos", await it.RefusedAsync(Garden, "results", done));
        await it.DoAsync(Garden, "results", new { done.result, done.measures, done.outcome, done.evidence, unshown = "单位相机不带定位" });
        Assert.Contains("单位相机不带定位", await days.Callers.PageAsync(days.City.Of(Role.CityCentre), $"/appeals/{it.Appeal}/pass-check"), StringComparison.Ordinal);
        await StateAsync(Garden, "answers", new { text = "4 月 1 日已修剪六棵，沿线排查完毕" });
        await it.DoAsync(days.City.Of(Role.CityCentre), "approvals", new { verified = "solved" });
        Assert.Equal("2026-03-27 23:59 met missed", await it.ClockAsync(Garden, "handle"));
        Assert.Equal("done", await StateAsync(Leader, "acceptance", new { rating = 3, text = "办了，但晚了" }));
        var figures = (await days.Callers.GetAsync(Leader, "instructions/figures?from=2026-03-01&to=2026-04-30")).GetRawText();
        Assert.Contains("\"given\":1", figures, StringComparison.Ordinal);

        await days.UntilAsync("2026-04-02 15:00");
        Assert.Equal("settled", await it.DoAsync(days.City.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 2, speed = 3, result = 1, solved = true }));
        Assert.Equal(0, (await days.Callers.GetAsync(Leader, "watch")).GetProperty("pressing").GetInt32());
        Assert.DoesNotContain("批示", await it.ToldAsync(), StringComparison.Ordinal);
    }

    private async Task<string?> StateAsync(DemoOfficial who, string step, object body) => (await days.Callers.PostAsync(who, $"{instruction}/{step}", body)).GetProperty("state").GetString();
}
