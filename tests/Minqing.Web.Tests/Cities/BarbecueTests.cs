using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>跃进村: barbecue fumes that many people report (April and May 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class BarbecueTests : IAsyncDisposable
{
    private const int People = 5;

    private readonly List<CityCase> reports = [];
    private CityDays days = null!;
    private CityDocket matter = null!;
    private CityDocket meeting = null!;

    private CityCase It => reports[0];

    private DemoOfficial Chief => days.City.Of(Role.StationChief, "革新社区");

    private DemoOfficial Secretary => days.City.Of(Role.VillageSecretary, "革新社区");

    private DemoOfficial Centre => days.City.Of(Role.TownCentre);

    private IReadOnlyList<DemoOfficial> Committee => [.. days.City.Officials.Where(o => o.Role == Role.DeputyCommittee)];

    private DemoOfficial Urban => days.Officer("跃进村街道城市管理办公室");

    private DemoOfficial Market => days.Officer("跃进村街道市场监管办公室");

    private IReadOnlyList<(DemoOfficial Who, string What)> Measures => [(Market, "九家都装油烟净化器"), (Urban, "夜里十点收摊"), (Secretary, "改三处排烟管，不对着窗户")];

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "H-16")]
    [Trait("Spec", "I-32")]
    public async Task Fumes_from_a_barbecue_come_onto_the_key_list_are_met_about_and_struck_off_after_three_measures(Engine engine)
    {
        days = await CityDays.OnAsync("yuejincun", engine, "2026-04-13 09:00");
        await Five_people_report_and_become_one_case();
        await The_deputies_committee_puts_it_on_the_key_list();
        await A_meeting_decides_three_measures();
        await They_are_taken_and_proven();
        await Another_person_looks_and_strikes_it_off();
        await The_five_are_told_and_heard();
        await days.EndAsync();
    }

    private async Task Five_people_report_and_become_one_case()
    {
        for (var i = 0; i < People; i++)
        {
            reports.Add(await CityCase.ReportAsync(days, "革新社区", "A3", $"烧烤摊的油烟熏得不敢开窗（{i + 1}号楼）", $"1390000003{i}", address: "革新路烧烤摊"));
            await reports[i].DoAsync(Secretary, "calls", new { outcome = "reached", said = "记下了" });
        }

        await It.DoAsync(Chief, "steps/assign", new { unit = Urban.Unit.Value, words = "牵头治理", tasks = new[] { new { unit = Market.Unit.Value, requirement = "查证照" } } });
        Assert.Equal("not-for-you", await reports[1].RefusedAsync(Chief, "steps/merge", new { into = It.Appeal }));
        foreach (var report in reports.Skip(1))
        {
            Assert.Equal("merged", await report.DoAsync(Centre, "steps/merge", new { into = It.Appeal }));
        }

        await days.WorkAsync();
        var row = Assert.Single((await days.Callers.GetAsync(Committee[0], "watch")).GetProperty("rows").EnumerateArray());
        Assert.Equal((It.Appeal, "[\"group\",\"repeated\"]"), (row.GetProperty("appeal").GetGuid(), row.GetProperty("why").GetRawText()));
        Assert.Equal("跃进村街道城市管理办公室正在办您的事", await reports[4].NowAsync());
        await It.DoAsync(Urban, "signature");
        await days.SmsAsync();
    }

    private async Task The_deputies_committee_puts_it_on_the_key_list()
    {
        await days.UntilAsync("2026-04-14 10:00");
        var opening = new { kind = "key-matter", title = "革新路烧烤油烟", words = "五栋楼居民反映，夏天将到", appeals = It.Number, post = Urban.Post.Value, until = "2026-05-15" };
        Assert.Equal("not-for-you", await days.Callers.RefusedAsync(Centre, "dockets", opening));
        matter = await CityDocket.OpenAsync(days, Committee[0], opening);
        var read = await matter.ReadAsync(Urban);
        Assert.Equal(("2026-05-15 23:59", Urban.UnitName), (CityDays.Local(read.GetProperty("dueAt").GetDateTime()), read.GetProperty("owner").GetString()));
    }

    private async Task A_meeting_decides_three_measures()
    {
        var other = await CityCase.ReportAsync(days, "渝钢社区", "A3", "夜市烧烤烟大", "13900000039", address: "渝钢夜市");
        meeting = await CityDocket.OpenAsync(days, Centre, new { kind = "meeting", title = "烧烤油烟联席会议", words = "两处一起议", appeals = $"{It.Number} {other.Number}" });
        Assert.Equal("minutes-missing", await meeting.RefusedAsync(Centre, "close", new { words = "散会" }));
        await meeting.DoAsync(Centre, "minute", new { present = "城管、市场、社区、商户代表", words = "装净化器、定时收摊、改排烟管三项措施" });
        foreach (var (who, what) in Measures)
        {
            await meeting.DoAsync(Centre, "set-task", new { unit = who.Unit.Value, words = what, until = "2026-05-08" });
        }

        Assert.Equal(["2026-05-08", "2026-05-08", "2026-05-08"], (await meeting.ReadAsync(Centre)).GetProperty("tasks").EnumerateArray().Select(t => CityDays.Local(t.GetProperty("dueAt").GetDateTime())[..10]));
        Assert.Equal("tasks-still-open", await meeting.RefusedAsync(Centre, "close", new { words = "散会" }));
    }

    private async Task They_are_taken_and_proven()
    {
        await matter.DoAsync(Urban, "report", new { words = "净化器到货六台" });
        await days.UntilAsync("2026-05-07 15:00");
        await matter.DoAsync(days.City.Of(Role.Deputy), "visit", new { on = CityDays.Utc("2026-05-07 09:00"), present = "三名代表", words = "净化器都在用" });
        for (var no = 1; no <= Measures.Count; no++)
        {
            Assert.Equal("docket-not-yours", await meeting.RefusedAsync(Chief, "answer", new { task = no, words = "好了" }));
            await meeting.DoAsync(Measures[no - 1].Who, "answer", new { task = no, words = $"{Measures[no - 1].What}，已办" });
            await meeting.DoAsync(Centre, "accept-task", new { task = no });
        }

        Assert.Equal("ended", await meeting.DoAsync(Centre, "close", new { words = "三项措施都办了" }));
    }

    private async Task Another_person_looks_and_strikes_it_off()
    {
        Assert.Equal("submitted", await matter.DoAsync(Urban, "submit", new { words = "三项措施都落实，附检测报告" }));
        Assert.Equal("own-submission", await matter.RefusedAsync(Urban, "strike-off", new { words = "好" }));
        await matter.DoAsync(Committee[0], "send-back", new { words = "晚上九点再测一次" });
        await days.UntilAsync("2026-05-12 10:00");
        await matter.DoAsync(Urban, "submit", new { words = "晚上九点复测合格" });
        Assert.Equal("ended", await matter.DoAsync(Committee[1], "strike-off", new { words = "现场看过，销号" }));
        var read = await matter.ReadAsync(Committee[0]);
        Assert.Equal((1, 1), (read.GetProperty("progress").GetInt32(), read.GetProperty("visits").GetInt32()));
        Assert.Contains("已销号", await matter.PageAsync(Committee[0]), StringComparison.Ordinal);
    }

    private async Task The_five_are_told_and_heard()
    {
        await It.DoAsync(Market, "steps/report-as-co", new { words = "证照齐全" });
        await days.SmsAsync();
        await It.DoAsync(Urban, "results", new { result = "三项措施都落实了，晚上十点收摊。", measures = "净化器、收摊时间、排烟管", outcome = "solved", evidence = new[] { await It.PhotoAsync() } });
        await It.DoAsync(Centre, "approvals", new { verified = "solved" });
        Assert.Equal($"反映人 {People}", (await days.SmsAsync()).About("会有人回访您").Who());
        for (var i = 0; i < People; i++)
        {
            var stage = await It.DoAsync(days.City.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 2, speed = 3, result = i == 3 ? 3 : 1, solved = true, report = reports[i].Report });
            Assert.Equal(i == People - 1 ? "settled" : "following-up", stage);
        }
    }
}
