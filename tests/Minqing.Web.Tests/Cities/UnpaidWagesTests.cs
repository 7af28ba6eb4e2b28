using System.Net;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>万源: wages that were not paid, and the inspector's list with its limits (May 2026).</summary>
[Trait("Spec", "P-21")]
public sealed class UnpaidWagesTests : IAsyncDisposable
{
    private const string Worker = "13900000005";

    private CityDays days = null!;
    private CityCase it = null!;
    private CityDocket list = null!;

    private DemoOfficial Labour => days.City.Department("labour");

    private DemoOfficial Inspector => days.City.Of(Role.Inspector);

    public ValueTask DisposeAsync() => days?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-11")]
    public async Task Unpaid_wages_come_onto_the_inspectors_list_and_are_paid(Engine engine)
    {
        days = await CityDays.OnAsync("wanyuan", engine, "2026-05-11 09:00", "太平镇");
        await The_bureau_has_it_and_is_late();
        await The_inspector_reads_everything_and_may_do_nothing();
        await The_inspector_hands_out_a_list_with_a_limit();
        await An_answer_is_sent_back_and_the_next_one_accepted();
    }

    private async Task The_bureau_has_it_and_is_late()
    {
        it = await CityCase.ReportAsync(days, "老龙寨村", "B2", "包工头欠我们十四个人三个月工资", Worker, address: "隧道工地");
        await it.DoAsync(days.City.Of(Role.CityOffice), "steps/assign", new { unit = Labour.Unit.Value });
        Assert.Equal("2026-05-18 23:59", await it.ClockAsync(Labour, "handle"));
        await it.DoAsync(Labour, "signature");
        var opened = await days.Callers.PostAsync(Labour, $"reports/{it.Report}/identity-openings", new { purpose = "handling" });
        Assert.Equal(Worker, opened.GetProperty("phone").GetString());
        await it.DoAsync(Labour, "calls", new { outcome = "reached", said = "让他等消息" });
        await days.SmsAsync();

        await days.UntilAsync("2026-05-19 09:00");
        Assert.Equal("2026-05-18 23:59 missed", await it.ClockAsync(Labour, "handle"));
        var late = (await days.SmsAsync()).About("办理已超期");
        Assert.Equal(("2026-05-19 08:00", "万源市人力资源社会保障局 2"), (late.When(), late.Who())); // nobody is woken for it
        Assert.Contains("到时间没有办好，已经告诉上一级", await it.ToldAsync(), StringComparison.Ordinal);
    }

    private async Task The_inspector_reads_everything_and_may_do_nothing()
    {
        Assert.Equal([], await it.OpenAsync(Inspector));
        Assert.Equal("step-not-yours", await it.RefusedAsync(Inspector, "steps/urge-unit", new { words = "快办" }));
        Assert.Equal(HttpStatusCode.NotFound, await days.Callers.StatusAsync(Labour, $"appeals/{it.Appeal}/record"));
        var record = await days.Callers.GetAsync(Inspector, $"appeals/{it.Appeal}/record");
        var look = Assert.Single(record.GetProperty("openings").EnumerateArray());
        Assert.Equal((Labour.Name, "handling"), (look.GetProperty("person").GetString(), look.GetProperty("purpose").GetString()));
        Assert.Contains("sign", record.GetProperty("story").EnumerateArray().Select(e => e.GetProperty("step").GetString()));
        Assert.DoesNotContain(Worker, record.ToString(), StringComparison.Ordinal);
        Assert.Contains("办理时要问您", await it.FollowPageAsync(), StringComparison.Ordinal);
    }

    private async Task The_inspector_hands_out_a_list_with_a_limit()
    {
        list = await CityDocket.OpenAsync(days, Inspector, new { kind = "inspection", title = "欠薪督查", words = "到期没有办结，说明原因并办好", appeals = it.Number });
        await list.DoAsync(Inspector, "set-task", new { unit = Labour.Unit.Value, words = "约谈施工单位，把工资付清", until = "2026-05-22" });
        Assert.Equal(1, (await days.Callers.GetAsync(Labour, "dockets?mine=true")).GetProperty("mine").GetInt32());
        var task = (await list.ReadAsync(Labour)).GetProperty("tasks")[0];
        Assert.Equal(("2026-05-22 23:59", false), (CityDays.Local(task.GetProperty("dueAt").GetDateTime()), task.GetProperty("late").GetBoolean()));
        Assert.Equal("tasks-still-open", await list.RefusedAsync(Inspector, "close", new { words = "结束" }));
        Assert.Equal(HttpStatusCode.NotFound, await days.Callers.StatusAsync(days.City.Department("water"), $"dockets/{list.Id}"));
    }

    private async Task An_answer_is_sent_back_and_the_next_one_accepted()
    {
        await days.UntilAsync("2026-05-21 11:00");
        await list.DoAsync(Labour, "answer", new { task = 1, words = "正在协调" });
        await list.DoAsync(Inspector, "return-task", new { task = 1, words = "付清了没有？写明金额和凭证" });
        await days.UntilAsync("2026-05-25 09:00");
        var task = (await list.ReadAsync(Inspector)).GetProperty("tasks")[0];
        Assert.Equal((1, true), (task.GetProperty("returns").GetInt32(), task.GetProperty("late").GetBoolean()));

        await list.DoAsync(Labour, "answer", new { task = 1, words = "十四人工资共二十一万元已付清，附转账凭证" });
        await it.DoAsync(Labour, "results", new { result = "十四位工友的工资已经全部付清。", measures = "约谈施工单位，监督发放", outcome = "solved" });
        await it.DoAsync(days.City.Of(Role.CountyCentre), "approvals", new { verified = "solved" });
        Assert.Equal("settled", await it.DoAsync(days.City.Of(Role.FollowUpDesk), "follow-ups", new { outcome = "reached", attitude = 2, speed = 3, result = 1, solved = true }));
        await list.DoAsync(Inspector, "accept-task", new { task = 1 });
        Assert.Equal("ended", await list.DoAsync(Inspector, "close", new { words = "工资付清，督查结束" }));
        Assert.Contains("二十一万元", await list.PageAsync(Inspector), StringComparison.Ordinal);
        Assert.Equal("这件事办完了", await it.NowAsync());
    }
}
