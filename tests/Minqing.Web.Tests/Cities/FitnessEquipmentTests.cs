using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>跃进村: fitness equipment is asked for at 东正社区, promised, installed and proven a month later (March and April 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class FitnessEquipmentTests : IAsyncDisposable
{
    private CityDays days = null!;
    private CityCase it = null!;

    private DemoOfficial Chief => days.City.Of(Role.StationChief, "东正社区");

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "东正社区");

    private DemoOfficial Centre => days.City.Of(Role.TownCentre);

    private DemoOfficial Desk => days.City.Of(Role.FollowUpDesk);

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    [Trait("Spec", "H-20")]
    public async Task Equipment_is_promised_within_three_working_days_and_proven_a_month_later(Engine engine)
    {
        days = await CityDays.OnAsync("yuejincun", engine, "2026-03-02 10:00");
        await The_stations_chief_gives_it_to_the_community_the_same_day();
        await It_is_answered_in_time_with_a_date();
        await It_is_closed_and_heard_but_not_solved();
        await A_month_later_it_is_installed_and_proven();
    }

    private async Task The_stations_chief_gives_it_to_the_community_the_same_day()
    {
        it = await CityCase.ReportAsync(days, "东正社区", "D3", "院坝里没有健身器材，老人没处活动", "13900000021");
        Assert.Equal(["first-call 2026-03-02 16:00", "assign 2026-03-02 23:59"], it.Promises);
        var sms = await days.SmsAsync();
        Assert.Equal("东正社区居民委员会 2、东正社区居民委员会人大代表联络站 1、反映人 1", sms.Who());
        Assert.Contains("联络站16:00前给您回音", Assert.Single(sms, s => s.To is null).Text, StringComparison.Ordinal);

        await days.UntilAsync("2026-03-02 11:00");
        await it.DoAsync(days.City.Of(Role.GridLeader, "东正社区"), "calls", new { outcome = "reached", said = "想要三样" });
        Assert.Equal("step-not-yours", await it.RefusedAsync(Centre, "steps/assign", new { unit = Secretary.Unit.Value }));
        Assert.Equal("no-such-appeal", await it.RefusedAsync(days.City.Of(Role.StationChief, "渝钢社区"), "steps/assign", new { unit = Secretary.Unit.Value }));
        await it.DoAsync(Chief, "steps/assign", new { unit = Secretary.Unit.Value });
        Assert.Equal(("2026-03-02 23:59 met", "2026-03-05 23:59"), (await it.ClockAsync(Secretary, "dispatch"), await it.ClockAsync(Secretary, "handle")));
        Assert.Equal("东正社区居民委员会正在办您的事", await it.NowAsync());
    }

    private async Task It_is_answered_in_time_with_a_date()
    {
        await days.UntilAsync("2026-03-03 10:00");
        await it.DoAsync(Secretary, "signature");
        await days.UntilAsync("2026-03-04 15:00");
        var words = new { result = "街道已经同意，四月三日前装好三样器材。", measures = "申报、选址", outcome = "promised" };
        Assert.Equal("promise-date-not-usable", await it.RefusedAsync(Secretary, "results", words));
        Assert.Equal("checking", await it.DoAsync(Secretary, "results", new { words.result, words.measures, words.outcome, promiseDate = "2026-04-03" }));
        Assert.Equal("step-not-yours", await it.RefusedAsync(Chief, "approvals", new { verified = "promised" }));
        await days.UntilAsync("2026-03-05 10:00");
        Assert.Equal("following-up", await it.DoAsync(Centre, "approvals", new { verified = "promised" }));
        Assert.Equal(("2026-03-05 23:59 met", "2026-04-03 23:59"), (await it.ClockAsync(Secretary, "handle"), await it.ClockAsync(Secretary, "promise")));
        Assert.Equal("现在办不了，答应 4 月 3 日（周五） 前办好", await it.NowAsync());
    }

    private async Task It_is_closed_and_heard_but_not_solved()
    {
        await days.UntilAsync("2026-03-06 10:00");
        Assert.Equal("settled", await it.DoAsync(Desk, "follow-ups", new { outcome = "reached", attitude = 1, speed = 1, result = 2, solved = false, words = "等着看" }));
        Assert.Equal("promised", (await it.ReadAsync(Centre)).GetProperty("outcome").GetString());
        var turn = Assert.Single((await days.Callers.GetAsync(Secretary, "turns")).GetProperty("rows").EnumerateArray());
        Assert.Equal(("prove-promise", "2026-04-03 23:59"), (turn.GetProperty("kind").GetString(), CityDays.Local(turn.GetProperty("dueAt").GetDateTime())));
        Assert.Empty((await days.Callers.GetAsync(Centre, "signs")).GetProperty("rows").EnumerateArray());
        await days.SmsAsync();
    }

    private async Task A_month_later_it_is_installed_and_proven()
    {
        await days.UntilAsync("2026-04-02 16:00");
        Assert.Equal("东正社区居民委员会", (await days.SmsAsync()).About("承诺事项到4月3日23:59截止").Select(s => s.To!.UnitName).Distinct().Single());
        Assert.Equal("step-not-yours", await it.RefusedAsync(Chief, "proofs", new { proof = "装好了" }));
        Assert.Equal("checking", await it.DoAsync(Secretary, "proofs", new { proof = "三样器材已装好", evidence = new[] { await it.PhotoAsync() } }));
        Assert.Equal("following-up", await it.DoAsync(Centre, "approvals", new { verified = "solved" }));
        Assert.Equal("2026-04-03 23:59 met", await it.ClockAsync(Secretary, "promise"));
        await days.UntilAsync("2026-04-03 10:00");
        Assert.Equal("settled", await it.DoAsync(Desk, "follow-ups", new { outcome = "reached", attitude = 1, speed = 2, result = 1, solved = true, words = "装得好" }));
        Assert.Equal("solved", (await it.ReadAsync(Centre)).GetProperty("outcome").GetString());
        Assert.Contains("东正社区居民委员会说答应的事办好了，正在核查", await it.ToldAsync(), StringComparison.Ordinal);
        Assert.Empty((await days.Callers.GetAsync(Secretary, "turns")).GetProperty("rows").EnumerateArray());
    }
}
