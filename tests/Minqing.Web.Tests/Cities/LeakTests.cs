using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>跃进村: a leak at 福星楼 that needs the repair fund (March 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class LeakTests : IAsyncDisposable
{
    private CityDays days = null!;
    private CityCase it = null!;
    private CityDocket advice = null!;

    private DemoOfficial Chief => days.City.Of(Role.StationChief, "跃进社区");

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "跃进社区");

    private DemoOfficial Centre => days.City.Of(Role.TownCentre);

    private DemoOfficial Committee => days.City.Of(Role.DeputyCommittee);

    private DemoOfficial Housing => days.Officer("跃进村街道住房城乡建设办公室");

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-14")]
    [Trait("Spec", "H-15")]
    [Trait("Spec", "S-10")]
    public async Task A_leak_is_judged_by_both_given_out_by_a_sheet_followed_by_deputies_and_goes_to_the_district_and_back(Engine engine)
    {
        days = await CityDays.OnAsync("yuejincun", engine, "2026-03-09 09:30");
        await The_chief_passes_it_on_to_the_second_stage();
        await Both_judge_it_on_four_scales_before_it_is_given_out();
        await The_sheet_names_who_does_what_by_when();
        await The_deputies_committee_follows_it();
        await It_goes_to_the_districts_platform_and_comes_back();
        await It_is_repaired_and_everybody_has_their_say();
    }

    private async Task The_chief_passes_it_on_to_the_second_stage()
    {
        it = await CityCase.ReportAsync(days, "跃进社区", "A4", "福星楼楼顶漏水，七楼三户一下雨就接盆", "13900000022", address: "福星楼7楼");
        await it.DoAsync(Secretary, "calls", new { outcome = "reached", said = "要动用维修资金" });
        await days.SmsAsync();
        await days.UntilAsync("2026-03-09 11:00");
        Assert.Equal("dispatching", await it.DoAsync(Chief, "steps/pass-on", new { reason = "要动用维修资金，社区办不了" }));
        Assert.Equal("2026-03-11 23:59", await it.ClockAsync(Centre, "dispatch"));
        Assert.Equal("跃进村街道人大工作委员会 2、跃进村街道指挥中心 2", (await days.SmsAsync()).Who());
        Assert.Contains("转到上一级，请上一级定由谁办", await it.ToldAsync(), StringComparison.Ordinal);
    }

    private async Task Both_judge_it_on_four_scales_before_it_is_given_out()
    {
        await days.UntilAsync("2026-03-10 09:30");
        var order = new { unit = Housing.Unit.Value, words = "牵头修缮" };
        Assert.Equal("step-not-yours", await it.RefusedAsync(Chief, "steps/triage", new { general = 3, urgent = 4, lawful = 5, publicInterest = 4, words = "漏水" }));
        Assert.Equal("not-a-scale", await it.RefusedAsync(Centre, "steps/triage", new { general = 6, urgent = 4, lawful = 5, publicInterest = 4, words = "三户受影响" }));
        await it.DoAsync(Centre, "steps/triage", new { general = 3, urgent = 4, lawful = 5, publicInterest = 4, words = "三户受影响，雨季将到" });
        Assert.Equal("not-judged-yet", await it.RefusedAsync(Centre, "steps/assign", order));
        Assert.Contains("triage", await it.OpenAsync(Committee));
        await it.DoAsync(Committee, "steps/triage", new { general = 3, urgent = 5, lawful = 5, publicInterest = 4, words = "应当尽快修" });
        Assert.Equal("step-not-yours", await it.RefusedAsync(Committee, "steps/assign", order));
        object[] tasks = [new { unit = Secretary.Unit.Value, requirement = "组织业主表决使用维修资金", until = "2026-03-17" }];
        Assert.Equal("handling", await it.DoAsync(Centre, "steps/assign", new { order.unit, order.words, tasks }));
    }

    private async Task The_sheet_names_who_does_what_by_when()
    {
        Assert.Equal(("2026-03-24 23:59", "2026-03-17 23:59"), (await it.ClockAsync(Housing, "handle"), await it.ClockAsync(Secretary, "co-unit")));
        var sms = await days.SmsAsync();
        Assert.Equal(("跃进村街道住房城乡建设办公室 1", "跃进社区居民委员会 1"), (sms.About("由您单位办理，3月24日23:59前办结").Who(), sms.About("请您单位协办，3月17日23:59前完成").Who()));
        var sheet = await days.Callers.PageAsync(Centre, $"/appeals/{it.Appeal}/sheet");
        Assert.All(["跃进村街道住房城乡建设办公室", "牵头修缮", "跃进社区居民委员会", "组织业主表决使用维修资金", "物业管理条例"], line => Assert.Contains(line, sheet, StringComparison.Ordinal));
        await it.DoAsync(Housing, "signature");
    }

    private async Task The_deputies_committee_follows_it()
    {
        var deputy = days.City.Of(Role.Deputy);
        var row = Assert.Single((await days.Callers.GetAsync(Committee, "remit")).GetProperty("rows").EnumerateArray());
        Assert.Equal((it.Appeal, "handling"), (row.GetProperty("appeal").GetGuid(), row.GetProperty("stage").GetString()));
        Assert.Equal("step-not-yours", await it.RefusedAsync(deputy, "steps/urge-unit", new { words = "请抓紧" }));
        advice = await CityDocket.OpenAsync(days, deputy, new { kind = "advice", title = "福星楼漏水", words = "请先搭雨棚，再办修缮", unit = Housing.Unit.Value, appeals = it.Number });
        var task = (await advice.ReadAsync(deputy)).GetProperty("tasks")[0];
        Assert.Equal("2026-03-24 23:59", CityDays.Local(task.GetProperty("dueAt").GetDateTime()));
        await advice.DoAsync(deputy, "visit", new { on = CityDays.Utc("2026-03-10 09:00"), present = "两名代表、三户业主", words = "七楼三户天花板渗水" });

        await days.UntilAsync("2026-03-12 10:00");
        await advice.DoAsync(Housing, "answer", new { task = 1, words = "雨棚今天搭好" });
        Assert.Equal("ended", await advice.DoAsync(deputy, "accept-task", new { task = 1 }));
        await it.DoAsync(Committee, "steps/urge-unit", new { words = "雨季前要修好" });
        Assert.Equal("跃进村街道住房城乡建设办公室 1", (await days.SmsAsync()).About("上级催办").Who());
    }

    private async Task It_goes_to_the_districts_platform_and_comes_back()
    {
        var district = await days.City.UnitAsync("区社会治理平台");
        var form = await days.Callers.PageAsync(Centre, $"/appeals/{it.Appeal}/refer");
        Assert.Contains("人大工作委员会</option>", form, StringComparison.Ordinal);
        Assert.DoesNotContain("指挥中心</option>", form, StringComparison.Ordinal);
        Assert.Equal("outside-unit-missing", await it.RefusedAsync(Centre, "steps/refer", new { way = "platform-above", to = "大渡口区社会治理平台", notice = "已报区里" }));
        await it.DoAsync(Centre, "steps/refer", new { way = "platform-above", to = "大渡口区社会治理平台", unit = district.Value, notice = "维修资金要区里审批，已经报上去了。" });
        Assert.Equal("handling", (await it.ReadAsync(Centre)).GetProperty("stage").GetString());
        Assert.Equal("2026-04-02 23:59", await it.ClockAsync(Centre, "external"));
        Assert.Contains("转到上级平台：大渡口区社会治理平台", await it.ToldAsync(), StringComparison.Ordinal);
        Assert.Contains("维修资金要区里审批", await it.FollowPageAsync(), StringComparison.Ordinal);
        Assert.Equal("waits-for-others", await it.RefusedAsync(Housing, "results", new { result = "修好了", measures = "修缮", outcome = "explained" }));

        await days.UntilAsync("2026-03-16 10:00");
        await it.DoAsync(Secretary, "steps/report-as-co", new { words = "业主表决通过，三分之二以上同意" });
        await days.UntilAsync("2026-03-19 15:00");
        var order = (await it.ReadAsync(Centre)).GetProperty("orders").EnumerateArray().Single(o => o.GetProperty("role").GetString() == "external").GetProperty("no").GetInt32();
        await it.DoAsync(Centre, "steps/record-answer", new { order, words = "区里批准使用维修资金四万二千元" });
        Assert.Equal("2026-04-02 23:59 met", await it.ClockAsync(Centre, "external"));
        Assert.Contains("转出去的那一边有答复了", await it.ToldAsync(), StringComparison.Ordinal);
    }

    private async Task It_is_repaired_and_everybody_has_their_say()
    {
        await days.UntilAsync("2026-03-23 16:00");
        await it.DoAsync(Housing, "results", new { result = "楼顶防水重做了，三户不漏了。", measures = "动用维修资金重做防水", outcome = "solved", evidence = new[] { await it.PhotoAsync() } });
        await it.DoAsync(Centre, "approvals", new { verified = "solved" });
        Assert.Equal("2026-03-24 23:59 met", await it.ClockAsync(Housing, "handle"));
        await days.UntilAsync("2026-03-25 10:00");
        Assert.Equal("settled", await it.DoAsync(days.City.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 1, speed = 3, result = 1, solved = true }));
        await it.DoAsync(Committee, "steps/rate-handling", new { rating = 2, words = "办得实" });
        var figures = Assert.Single((await days.Callers.GetAsync(Committee, "stations")).GetProperty("rows").EnumerateArray().SelectMany(s => s.GetProperty("deputies").EnumerateArray()).Select(d => d.GetProperty("figures")), f => Count(f, "advice") > 0);
        Assert.Equal((1, 1, 0, 1), (Count(figures, "advice"), Count(figures, "answered"), Count(figures, "late"), Count(figures, "accepted")));
        var page = await days.Callers.PageAsync(Centre, $"/appeals/{it.Appeal}");
        Assert.Contains("办得实", page, StringComparison.Ordinal);
    }

    private static int Count(JsonElement row, string what) => row.GetProperty(what).GetInt32();
}
