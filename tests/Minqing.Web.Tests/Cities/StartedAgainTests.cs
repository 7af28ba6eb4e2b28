using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>白银: one who is unsatisfied twice, and one that the city's sample starts again (March 2026).</summary>
[Trait("Spec", "P-21")]
[Trait("Spec", "H-23")]
public sealed class StartedAgainTests : IAsyncDisposable
{
    private CityDays days = null!;
    private CityCase it = null!;

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "红卫社区");

    private DemoOfficial Street => days.City.Of(Role.TownCentre, "四龙路街道");

    private DemoOfficial County => days.City.Of(Role.CountyCentre);

    private DemoOfficial Desk => days.City.Of(Role.FollowUpDesk);

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    public async Task Unsatisfied_twice_it_starts_again_a_level_up(Engine engine)
    {
        days = await CityDays.OnAsync("baiyin", engine, "2026-03-09 09:00", "四龙路街道");
        await ReportedAndCalledAsync();
        await ClosedBySecretaryAsync("2026-03-09 10:00");
        Assert.Equal("handling", await RatedAsync("2026-03-09 16:00", 5));
        Assert.Equal("红卫社区居民委员会正在重新办您的事", await it.NowAsync());
        Assert.Equal("2026-03-12 23:59", await it.ClockAsync(Secretary, "handle"));
        Assert.Equal(("1", "rectify"), await LevelAndReasonAsync());
        Assert.Equal("反映人 1", (await days.SmsAsync()).About("正在重新办理").Who());

        await ClosedBySecretaryAsync("2026-03-11 10:00");
        Assert.Equal("handling", await RatedAsync("2026-03-11 16:00", 4));
        Assert.Equal(("2", "restart"), await LevelAndReasonAsync());
        Assert.Equal("2026-03-18 23:59", await it.ClockAsync(Street, "handle"));
        var sms = await days.SmsAsync();
        Assert.Equal("四龙路街道综治中心 2", sms.About("3月18日23:59前办结").Who());
        Assert.Contains("重新办理，由上一级负责", await it.ToldAsync(), StringComparison.Ordinal);
        var watched = Assert.Single((await days.Callers.GetAsync(days.City.Of(Role.CountyHead), "watch?kind=unsatisfied")).GetProperty("rows").EnumerateArray());
        Assert.Equal(it.Appeal, watched.GetProperty("appeal").GetGuid());
        Assert.Equal("step-not-yours", await it.RefusedAsync(Secretary, "signature"));

        await days.UntilAsync("2026-03-13 10:00");
        await it.DoAsync(Street, "signature");
        await it.DoAsync(Street, "results", new { result = "街道组织双方调解，签了协议。", measures = "街道司法所、派出所一起调解", outcome = "solved" });
        await it.DoAsync(County, "approvals", new { verified = "solved" });
        Assert.Equal("settled", await RatedAsync("2026-03-13 16:00", 2));
        Assert.Equal(0, (await days.Callers.GetAsync(days.City.Of(Role.CountyHead), "watch")).GetProperty("pressing").GetInt32());
    }

    [Theory, OnBothDatabases]
    public async Task The_citys_sample_starts_one_again_directly(Engine engine)
    {
        days = await CityDays.OnAsync("baiyin", engine, "2026-03-09 09:00", rules => rules with { Sample = new(100, "2026") }, "四龙路街道");
        var city = days.City.Of(Role.CityCentre);
        await ReportedAndCalledAsync();
        await ClosedBySecretaryAsync("2026-03-09 10:00");
        Assert.Equal("settled", await RatedAsync("2026-03-09 16:00", 3));
        await days.SmsAsync();

        await days.UntilAsync("2026-03-10 09:00");
        var drawn = Assert.Single((await days.Callers.GetAsync(city, "samples")).GetProperty("rows").EnumerateArray());
        Assert.Equal((it.Appeal, "solved"), (drawn.GetProperty("appeal").GetGuid(), drawn.GetProperty("outcome").GetString()));
        Assert.Equal("step-not-yours", await it.RefusedAsync(County, "steps/sample-reopen", new { reason = "没有调解" }));
        Assert.Equal("handling", await it.DoAsync(city, "steps/sample-reopen", new { reason = "两家都说没有人来调解过" }));

        Assert.Equal(("2", "city-sample"), await LevelAndReasonAsync());
        Assert.Equal("2026-03-17 23:59", await it.ClockAsync(Street, "handle"));
        Assert.Equal("反映人 1、四龙路街道综治中心 2", (await days.SmsAsync()).Who());
        Assert.Contains("市里抽查认为没办好，重新办", await it.ToldAsync(), StringComparison.Ordinal);
        Assert.Empty((await days.Callers.GetAsync(city, "samples")).GetProperty("rows").EnumerateArray());
    }

    private async Task ReportedAndCalledAsync()
    {
        it = await CityCase.ReportAsync(days, "红卫社区", "C4", "楼上天天半夜拖家具，吵得老人犯病", "13900000013");
        await it.DoAsync(Secretary, "calls", new { outcome = "reached", said = "晚上上门调解" });
    }

    private async Task ClosedBySecretaryAsync(string at)
    {
        await days.UntilAsync(at);
        await it.DoAsync(Secretary, "signature");
        await it.DoAsync(Secretary, "results", new { result = "已经上门说过了。", measures = "上门调解", outcome = "solved" });
        Assert.Equal("following-up", await it.DoAsync(Street, "approvals", new { verified = "solved" }));
    }

    private async Task<string?> RatedAsync(string at, int result)
    {
        await days.UntilAsync(at);
        await days.SmsAsync();
        return await it.DoAsync(Desk, "follow-ups", new { outcome = "reached", attitude = 2, speed = 2, result, solved = result < 4 });
    }

    private async Task<(string Level, string? Reason)> LevelAndReasonAsync()
    {
        var read = await it.ReadAsync(County);
        return (read.GetProperty("level").GetRawText(), read.GetProperty("rounds").EnumerateArray().Last().GetProperty("reason").GetString());
    }
}
