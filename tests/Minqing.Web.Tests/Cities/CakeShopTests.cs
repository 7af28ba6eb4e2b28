using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>白银: the cold store of a cake shop hums at night at 四龙路街道 红卫社区 (March 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class CakeShopTests : IAsyncDisposable
{
    private CityDays days = null!;
    private CityCase it = null!;

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "红卫社区");

    private DemoOfficial Police => days.City.Of(Role.VillagePolice, "红卫社区");

    private DemoOfficial Cadre => days.City.Of(Role.PostedCadre, "红卫社区");

    private DemoOfficial Street => days.City.Of(Role.TownCentre, "四龙路街道");

    private DemoOfficial Urban => days.Officer("白银区城市管理局");

    private DemoOfficial Market => days.Officer("白银区市场监管局");

    private DemoOfficial County => days.City.Of(Role.CountyCentre);

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    [Trait("Spec", "H-13")]
    public async Task A_cold_store_is_heard_at_night_and_silenced_by_two_bureaus_together(Engine engine)
    {
        days = await CityDays.OnAsync("baiyin", engine, "2026-03-04 21:40", "四龙路街道", "纺织路街道");
        await Three_people_are_told_at_once_and_one_calls();
        await The_community_cannot_and_sends_it_up();
        await The_street_brings_in_two_bureaus();
        await Both_report_with_evidence();
        await The_county_checks_and_asks_and_the_reporter_is_satisfied();
        await days.EndAsync();
    }

    private async Task Three_people_are_told_at_once_and_one_calls()
    {
        it = await CityCase.ReportAsync(days, "红卫社区", "A3", "楼下蛋糕店的冷库整夜响，睡不着", "13900000011", address: "3号楼楼下蛋糕店");
        // Twenty minutes until the duty ends at 22:00, ten from 7:00 on.
        Assert.Equal(["first-call 2026-03-05 07:10", "solve 2026-03-09 23:59"], it.Promises);
        var sms = await days.SmsAsync();
        Assert.Equal([Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre], sms.About("请在3月5日07:10前回电").Select(s => s.To!.Role).Order());
        Assert.Equal("13900000011", Assert.Single(sms.About("查询码")).Phone);
        Assert.Equal(4, sms.Count(s => !s.Text.Contains("对账单", StringComparison.Ordinal)));

        await days.UntilAsync("2026-03-04 21:50");
        await it.DoAsync(Police, "first-contact");
        Assert.Equal("taken-already", await it.RefusedAsync(Cadre, "first-contact"));
        var who = await days.Callers.PostAsync(Police, $"reports/{it.Report}/identity-openings", new { purpose = "first-call" });
        Assert.Equal("13900000011", who.GetProperty("phone").GetString());
        await it.DoAsync(Police, "calls", new { outcome = "reached", said = "今晚先去看" });
        Assert.Contains("给您打第一次电话", await it.FollowPageAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("13900000011", await days.Callers.PageAsync(Secretary, $"/appeals/{it.Appeal}"), StringComparison.Ordinal);
    }

    private async Task The_community_cannot_and_sends_it_up()
    {
        await days.UntilAsync("2026-03-05 08:40");
        Assert.Empty((await days.SmsAsync()).About("回电")); // called within ten minutes: nobody was warned or asked to help
        Assert.Equal("2026-03-05 15:00", await it.ClockAsync(Secretary, "sign"));
        await it.DoAsync(Secretary, "signature");
        Assert.Equal("step-not-yours", await it.RefusedAsync(Secretary, "steps/add-co", new { tasks = new[] { new { unit = Urban.Unit.Value, requirement = "看现场" } } }));
        await days.UntilAsync("2026-03-05 09:30");
        await it.DoAsync(Secretary, "raisings", new { reason = "要城管和市场监管一起查", tried = "民警和支书去说过，店家不肯关" });
        Assert.Equal("四龙路街道综治中心 2", (await days.SmsAsync()).About("由下级上报").Who());
        Assert.Equal("step-not-yours", await it.RefusedAsync(County, "acceptance"));
    }

    private async Task The_street_brings_in_two_bureaus()
    {
        await days.UntilAsync("2026-03-05 10:00");
        await it.DoAsync(Street, "acceptance");
        Assert.Equal("2026-03-12 23:59", await it.ClockAsync(Street, "handle"));
        object[] tasks =
        [
            new { unit = Urban.Unit.Value, requirement = "夜间测噪声", until = "2026-03-10" },
            new { unit = Market.Unit.Value, requirement = "查营业和设备", until = "2026-03-10" },
        ];
        await it.DoAsync(Street, "steps/add-co", new { tasks });
        Assert.Equal("2026-03-10 23:59", await it.ClockAsync(Urban, "co-unit"));
        Assert.Equal("白银区城市管理局 1、白银区市场监管局 1", (await days.SmsAsync()).About("请您单位协办，3月10日23:59前完成").Who());
        Assert.Contains("请白银区城市管理局、白银区市场监管局一起办", await it.ToldAsync(), StringComparison.Ordinal);
        var sheet = await days.Callers.PageAsync(Street, $"/appeals/{it.Appeal}/sheet");
        Assert.All(["四龙路街道综治中心", "夜间测噪声", "查营业和设备"], line => Assert.Contains(line, sheet, StringComparison.Ordinal));
    }

    private async Task Both_report_with_evidence()
    {
        await days.UntilAsync("2026-03-10 11:00");
        await it.DoAsync(Urban, "steps/report-as-co", new { words = "夜间测得 52 分贝，责令整改", attachments = new[] { await it.PhotoAsync() } });
        var result = new { result = "冷库已经移到屋里并加了隔音，夜里十点后停机。", measures = "城管、市场监管联合执法", outcome = "solved", evidence = new[] { await it.PhotoAsync() } };
        Assert.Equal("waits-for-others", await it.RefusedAsync(Street, "results", result));
        await days.UntilAsync("2026-03-10 15:00");
        await it.DoAsync(Market, "steps/report-as-co", new { words = "已换低噪声压缩机" });
        await days.UntilAsync("2026-03-11 10:00");
        Assert.Equal("evidence-missing", await it.RefusedAsync(Street, "results", new { result.result, result.measures, result.outcome }));
        Assert.Equal("checking", await it.DoAsync(Street, "results", result));
        Assert.Equal("step-not-yours", await it.RefusedAsync(Street, "approvals", new { verified = "solved" }));
    }

    private async Task The_county_checks_and_asks_and_the_reporter_is_satisfied()
    {
        await days.UntilAsync("2026-03-11 15:00");
        Assert.Equal("following-up", await it.DoAsync(County, "approvals", new { verified = "solved" }));
        Assert.Equal("2026-03-12 23:59 met", await it.ClockAsync(Street, "handle"));
        Assert.Equal("反映人 1", (await days.SmsAsync()).About("会有人回访您").Who());
        Assert.Equal("2026-03-16 23:59", await it.ClockAsync(County, "follow-up"));
        await days.UntilAsync("2026-03-12 10:00");
        Assert.Equal("settled", await it.DoAsync(days.City.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 1, speed = 2, result = 1, solved = true, words = "夜里不响了" }));
        Assert.Equal("这件事办完了", await it.NowAsync());
        Assert.Contains("冷库已经移到屋里", await it.FollowPageAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await days.Callers.GetAsync(days.City.Of(Role.CountyHead), "watch")).GetProperty("pressing").GetInt32());
    }
}
