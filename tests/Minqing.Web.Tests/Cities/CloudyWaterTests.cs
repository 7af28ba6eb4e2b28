using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>万源: cloudy drinking water in three villages of 太平镇, from Friday 8 May 2026 on; the Saturday after it is worked (调休).</summary>
[Trait("Spec", "P-21")]
public sealed class CloudyWaterTests : IAsyncDisposable
{
    private static readonly string[] Households = ["13900000001", "13900000002", "13900000003"];

    private CityDays days = null!;
    private readonly List<CityCase> reports = [];
    private CityDocket project = null!;

    private CityCase It => reports[0];

    private IReadOnlyList<DemoOfficial> Offices => [.. days.City.Officials.Where(o => o.Role == Role.CityOffice)];

    private DemoOfficial Water => days.City.Department("water");

    private DemoOfficial Health => days.City.Department("health");

    private DemoOfficial Centre => days.City.Of(Role.CountyCentre);

    private DemoOfficial Desk => days.City.Of(Role.FollowUpDesk);

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    [Trait("Spec", "D-04")]
    [Trait("Spec", "S-06")]
    [Trait("Spec", "S-07")]
    public async Task Cloudy_water_is_assigned_extended_closed_falsely_found_out_and_put_right(Engine engine)
    {
        days = await CityDays.OnAsync("wanyuan", engine, "2026-05-08 16:00", "太平镇");
        await Three_villages_report_on_Friday_afternoon();
        await The_third_of_its_kind_proposes_special_governance();
        await On_the_worked_Saturday_the_office_merges_and_assigns();
        await Halfway_and_near_the_limit_the_bureau_is_warned();
        await More_time_is_given_once_and_not_twice();
        await It_is_closed_and_the_desk_finds_that_nothing_was_done();
        await The_false_closing_is_answered_for_and_no_longer_counts();
        await It_is_put_right_and_everybody_is_heard();
        await The_project_is_struck_off_and_a_new_report_is_a_recurrence();
        await days.EndAsync();
    }

    private async Task Three_villages_report_on_Friday_afternoon()
    {
        string[] villages = ["石岗社区", "茶垭社区", "四合村"];
        for (var i = 0; i < villages.Length; i++)
        {
            await days.UntilAsync($"2026-05-08 16:{i}0");
            reports.Add(await CityCase.ReportAsync(days, villages[i], "A2", "自来水浑得像泥汤，三天了没人管", Households[i], intent: "complaint"));
            Assert.Equal(["assign 2026-05-09 23:59"], reports[i].Promises);
        }

        var sms = await days.SmsAsync();
        Assert.Equal("万源市民声直达专班 30、反映人 3", sms.Who());
        Assert.All(sms.About("待派单"), s => Assert.Contains("5月9日23:59前派出", s.Text, StringComparison.Ordinal));
        Assert.Equal(Households, sms.About("5月9日23:59前交办到承办单位").Select(s => s.Phone));
        Assert.Equal("我们收到了，正在安排人办", await It.NowAsync());

        Assert.Equal("no-such-appeal", await It.RefusedAsync(Water, "signature"));
        Assert.Equal("step-not-yours", await It.RefusedAsync(days.City.Of(Role.VillageSecretary, "石岗社区"), "steps/assign", new { unit = Water.Unit.Value }));
        Assert.Equal("step-not-yours", await It.RefusedAsync(Centre, "steps/assign", new { unit = Water.Unit.Value }));
    }

    private async Task The_third_of_its_kind_proposes_special_governance()
    {
        var head = days.City.Of(Role.CountyHead);
        var row = Assert.Single(await CityDocket.ListAsync(days, head, "governance"));
        Assert.Equal(("proposed", "太平镇 水暖电气通信"), (row.GetProperty("state").GetString(), row.GetProperty("title").GetString()));
        project = new(days, row.GetProperty("id").GetGuid());
        Assert.Equal(3, (await project.ReadAsync(head)).GetProperty("reports").GetInt32());
        Assert.Equal("docket-not-yours", await project.RefusedAsync(Centre, "confirm", new { post = Water.Post.Value, until = "2026-06-30" }));
    }

    private async Task On_the_worked_Saturday_the_office_merges_and_assigns()
    {
        await days.UntilAsync("2026-05-09 09:30");
        Assert.Empty(await days.SmsAsync()); // half of the working time to the limit is over at 11:45 only
        Assert.Equal("merged", await reports[1].DoAsync(Offices[0], "steps/merge", new { into = It.Appeal }));
        Assert.Equal("merged", await reports[2].DoAsync(Offices[1], "steps/merge", new { number = It.Number }));
        object[] tasks = [new { unit = Health.Unit.Value, requirement = "三个村各取一次水样" }];
        Assert.Equal("handling", await It.DoAsync(Offices[0], "steps/assign", new { unit = Water.Unit.Value, words = "查清水源，恢复供水", tasks }));

        Assert.Equal("2026-05-09 23:59 met", await It.ClockAsync(Water, "dispatch"));
        Assert.Equal("2026-05-09 15:00", await It.ClockAsync(Water, "sign"));
        Assert.Equal("2026-05-15 23:59", await It.ClockAsync(Water, "handle"));
        Assert.Equal("2026-05-15 23:59", await It.ClockAsync(Health, "co-unit"));
        Assert.Equal("2026-05-09 15:00", await It.ClockAsync(Health, "co-sign"));
        var sms = await days.SmsAsync();
        Assert.Equal("万源市卫生健康局 2、万源市水务局 2", sms.Who());
        Assert.Equal(2, sms.About("由您单位办理，5月15日23:59前办结").Count);
        foreach (var report in reports)
        {
            Assert.Equal("万源市水务局正在办您的事", await report.NowAsync());
            Assert.Single((await report.ToldAsync()).Split('\n'), line => line.Contains("合在一起办", StringComparison.Ordinal));
        }

        await days.UntilAsync("2026-05-09 10:00");
        await It.DoAsync(Water, "signature");
        await It.DoAsync(Health, "signature");
        foreach (var report in reports)
        {
            await It.DoAsync(Water, "calls", new { outcome = "reached", said = "说周一来人看", report = report.Report });
        }
    }

    private async Task Halfway_and_near_the_limit_the_bureau_is_warned()
    {
        await days.UntilAsync("2026-05-14 09:00");
        var half = (await days.SmsAsync()).About("办理到5月15日23:59截止");
        Assert.Equal(("2026-05-13 09:15", "万源市水务局 2"), (half.When(), half.Who()));
        var watched = Assert.Single((await days.Callers.GetAsync(days.City.Of(Role.CountyHead), "watch")).GetProperty("rows").EnumerateArray());
        Assert.Equal((It.Appeal, "[\"repeated\"]"), (watched.GetProperty("appeal").GetGuid(), watched.GetProperty("why").GetRawText()));
        await It.DoAsync(Health, "steps/report-as-co", new { words = "四合村水样浊度超标" });

        var why = await days.Callers.PageAsync(Water, $"/appeals/{It.Appeal}");
        Assert.Contains("5 个工作日", why, StringComparison.Ordinal);
        Assert.Contains("5 月 10 日（周末）", why, StringComparison.Ordinal);
    }

    private async Task More_time_is_given_once_and_not_twice()
    {
        await days.UntilAsync("2026-05-14 10:00");
        Assert.Equal("extension-too-long", await It.RefusedAsync(Water, "steps/ask-extension", new { days = 11, reason = "要换一公里水管" }));
        await It.DoAsync(Water, "steps/ask-extension", new { days = 10, reason = "要换一公里水管" });
        Assert.Equal("2026-05-15 23:59", await It.ClockAsync(Water, "handle"));
        Assert.Equal(("万源市民声直达中心 2", "2026-05-15 23:59"), ((await days.SmsAsync()).About("申请延期").Who(), await It.ClockAsync(Centre, "extension-decision")));
        Assert.Equal("step-not-yours", await It.RefusedAsync(Offices[0], "steps/grant-extension", new { words = "同意" }));

        await days.UntilAsync("2026-05-15 09:00");
        await It.DoAsync(Centre, "steps/grant-extension", new { words = "水管到货要时间，同意" });
        Assert.Equal("2026-05-29 23:59", await It.ClockAsync(Water, "handle"));
        var sms = await days.SmsAsync();
        Assert.Equal("2026-05-14 16:12", sms.About("办理到5月15日23:59截止").When());
        Assert.Equal("反映人 3", sms.About("要晚些办好").Who());
        foreach (var report in reports)
        {
            Assert.Contains("办不完，同意延到 5 月 29 日", await report.ToldAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("extended-already", await It.RefusedAsync(Water, "steps/ask-extension", new { days = 3, reason = "还差一段管子" }));
        Assert.Equal("2026-05-29 23:59", await It.ClockAsync(Water, "handle"));
    }

    private async Task It_is_closed_and_the_desk_finds_that_nothing_was_done()
    {
        await days.UntilAsync("2026-05-26 15:00");
        var done = new { result = "水管已更换，水质合格，请您放心用水。", measures = "更换水管并冲洗管网", outcome = "solved", evidence = new[] { await It.PhotoAsync() } };
        Assert.Equal("checking", await It.DoAsync(Water, "results", done));
        await days.UntilAsync("2026-05-27 10:00");
        Assert.Equal("following-up", await It.DoAsync(Centre, "approvals", new { verified = "solved" }));
        Assert.Equal("反映人 3", (await days.SmsAsync()).About("已办结").Who());

        await days.UntilAsync("2026-05-28 15:00");
        Assert.Equal("step-not-yours", await It.RefusedAsync(Centre, "follow-ups", new { outcome = "reached", result = 1, report = It.Report }));
        Assert.Equal("handling", await It.DoAsync(Desk, "follow-ups", new { outcome = "reached", attitude = 4, speed = 5, result = 5, solved = false, words = "水还是浑的，根本没人来换过管子", report = It.Report }));
        Assert.Equal("2026-06-04 23:59", await It.ClockAsync(Water, "handle"));
        Assert.Equal("万源市水务局正在重新办您的事", await reports[2].NowAsync());
        await days.WorkAsync();
        var sign = Assert.Single((await days.Callers.GetAsync(Offices[0], "signs")).GetProperty("rows").EnumerateArray());
        Assert.Equal(("reporter-denies", It.Appeal), (sign.GetProperty("sign").GetString(), sign.GetProperty("appeal").GetGuid()));
        var begun = await days.Callers.PageAsync(Offices[0], $"/oversight/new/accountability?sign={sign.GetProperty("id").GetGuid()}");
        Assert.All(["疑似虚假办结：核实为已解决，反映人说没有", It.Number[..8], "第 1 次办理", "value=\"FalseClosing\" selected"], fact => Assert.Contains(fact, begun, StringComparison.Ordinal));
        Assert.Contains("启动责任倒查", await days.Callers.PageAsync(Offices[0], "/signs"), StringComparison.Ordinal);
    }

    private async Task The_false_closing_is_answered_for_and_no_longer_counts()
    {
        await days.UntilAsync("2026-05-29 10:00");
        Assert.Equal("solved", await VerifiedAsync(1));
        var opening = new { kind = "accountability", title = "水务局虚假办结", words = "回访时反映人说没有换过水管", appeals = It.Number, origin = "false-closing" };
        Assert.Equal("not-for-you", await days.Callers.RefusedAsync(Water, "dockets", opening));
        var found = await CityDocket.OpenAsync(days, Offices[0], opening);
        Assert.Equal(found.Id, Assert.Single((await days.Callers.GetAsync(Offices[0], "signs")).GetProperty("rows").EnumerateArray()).GetProperty("inquiry").GetGuid());
        Assert.Equal("nobody-named", await found.RefusedAsync(Offices[0], "find", new { finding = "false-closing", words = "现场没有施工" }));
        await found.DoAsync(Offices[0], "name-answerable", new { post = Water.Post.Value, consequence = "criticism", words = "没有到现场就写已更换" });
        Assert.Equal("submitted", await found.DoAsync(Offices[0], "find", new { finding = "false-closing", words = "现场没有施工，照片不能证明" }));
        Assert.Equal("own-submission", await found.RefusedAsync(Offices[0], "strike-off", new { words = "属实" }));
        Assert.Equal("ended", await found.DoAsync(Offices[1], "strike-off", new { words = "属实，通报批评" }));

        var named = Assert.Single((await found.ReadAsync(Offices[1])).GetProperty("answerables").EnumerateArray());
        Assert.Equal((Water.Name, "criticism"), (named.GetProperty("person").GetString(), named.GetProperty("consequence").GetString()));
        Assert.Equal("found-false", await VerifiedAsync(1));
        Assert.Equal("handling", (await It.ReadAsync(Centre)).GetProperty("stage").GetString());
        Assert.Contains("核实为虚假办结", await days.Callers.PageAsync(Offices[0], $"/appeals/{It.Appeal}"), StringComparison.Ordinal);
    }

    private async Task It_is_put_right_and_everybody_is_heard()
    {
        await It.DoAsync(Water, "signature");
        await days.UntilAsync("2026-06-02 16:00");
        await It.DoAsync(Water, "steps/visit", new { on = CityDays.Utc("2026-06-02 11:00"), present = "石岗社区支书、三户居民", found = "新管已通，水清" });
        await It.DoAsync(Water, "results", new { result = "一公里水管换好了，三个村的水样都合格。", measures = "换管、冲洗、复检", outcome = "solved", evidence = new[] { await It.PhotoAsync() } });
        await It.DoAsync(Centre, "approvals", new { verified = "solved", rating = 2, words = "这次真换了" });
        Assert.Equal("2026-06-04 23:59 met", await It.ClockAsync(Water, "handle"));

        await days.UntilAsync("2026-06-03 10:00");
        Assert.Equal("following-up", await It.DoAsync(Desk, "follow-ups", new { outcome = "reached", attitude = 2, speed = 3, result = 1, solved = true, report = It.Report }));
        Assert.Equal("following-up", await It.DoAsync(Desk, "follow-ups", new { outcome = "reached", attitude = 1, speed = 2, result = 2, solved = true, report = reports[1].Report }));
        Assert.Equal("settled", (await reports[2].SayAsync("ratings", new { attitude = 1, speed = 3, result = 2, solved = true, text = "水清了" })).GetProperty("stage").GetString());
        Assert.Equal("这件事办完了", await reports[1].NowAsync());
        Assert.Contains("您评价了办理结果：满意", await reports[2].FollowPageAsync(), StringComparison.Ordinal);
        Assert.Equal(("found-false", "solved"), (await VerifiedAsync(1), await VerifiedAsync(2)));
    }

    private async Task The_project_is_struck_off_and_a_new_report_is_a_recurrence()
    {
        var head = days.City.Of(Role.CountyHead);
        Assert.Equal("open", await project.DoAsync(head, "confirm", new { post = Water.Post.Value, until = "2026-06-30" }));
        await project.DoAsync(Water, "find-cause", new { words = "取水口没有沉淀池，管网三十年没换" });
        await project.DoAsync(Water, "set-task", new { unit = Health.Unit.Value, words = "每周检一次水，连检四周", until = "2026-06-20" });
        Assert.Equal("tasks-still-open", await project.RefusedAsync(Water, "submit", new { words = "办好了" }));
        await days.UntilAsync("2026-06-19 10:00");
        await project.DoAsync(Health, "answer", new { task = 1, words = "连检三周，都合格" });
        await project.DoAsync(days.City.Of(Role.CountyPoliticalLegalSecretary), "accept-task", new { task = 1 });
        Assert.Equal("submitted", await project.DoAsync(Water, "submit", new { words = "建了沉淀池，换了老管" }));
        Assert.Equal("ended", await project.DoAsync(Offices[2], "strike-off", new { words = "看过现场，属实" }));
        Assert.Equal(0, (await project.ReadAsync(head)).GetProperty("recurred").GetInt32());

        await days.UntilAsync("2026-06-22 09:00");
        await CityCase.ReportAsync(days, "老龙寨村", "A2", "水又有点浑", "13900000004", intent: "complaint");
        Assert.Equal(1, (await project.ReadAsync(head)).GetProperty("recurred").GetInt32());
        Assert.Contains("取水口没有沉淀池", await project.PageAsync(head), StringComparison.Ordinal);
    }

    // What a round counts as.
    private async Task<string?> VerifiedAsync(int round)
    {
        var it = (await It.ReadAsync(Centre)).GetProperty("rounds")[round - 1];
        return it.GetProperty("foundFalseAt").ValueKind == System.Text.Json.JsonValueKind.Null ? it.GetProperty("verified").GetString() : "found-false";
    }
}
