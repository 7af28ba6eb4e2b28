using System.Net;
using System.Text.RegularExpressions;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Staff;

/// <summary>The pages of those who handle, without scripts.</summary>
public sealed class WorkPagesTests
{
    private const string Photo = "after.jpg";

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-08")]
    public async Task My_list_says_what_where_how_long_and_what_next(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);

        var list = await secretary.ReadAsync("/work");
        var calls = await secretary.ReadAsync("/work?kind=first-call");
        var signs = await secretary.ReadAsync("/work?kind=sign");

        Assert.Contains("楼门口的下水道堵了三天", list, StringComparison.Ordinal);
        Assert.Contains("还剩 30 分钟", list, StringComparison.Ordinal);
        Assert.Contains("<span class=\"next\">接单</span>", calls, StringComparison.Ordinal);
        Assert.Contains("<span class=\"next\">签收</span>", signs, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-11")]
    public async Task A_secretary_of_another_village_finds_nothing(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var foreign = await office.AsAsync(Role.VillageSecretary, elsewhere: true);
        using var nobody = office.Street.Site.Client();
        nobody.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(foreign.Appeal)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync($"{foreign.Appeal}/record-call")).StatusCode);
        Assert.Contains("现在没有要办的", await foreign.ReadAsync("/work"), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await nobody.GetAsync(foreign.Appeal, Passerby.Ct)).Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-02")]
    [Trait("Spec", "H-20")]
    [Trait("Spec", "H-21")]
    public async Task Taken_called_signed_finished_and_checked_by_forms_alone(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);

        await secretary.DoAsync("take");
        office.Street.Site.Clock.Advance(TimeSpan.FromMinutes(2));
        var opened = await secretary.SendAsync($"{secretary.Appeal}/record-call", $"{secretary.Appeal}/record-call?handler=Open");
        Assert.Contains("href=\"tel:13800138000\"", await opened.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
        await secretary.DoAsync("record-call", ("call", "Reached"), ("said", "说了，下午去看"));
        await secretary.DoAsync("sign");
        await secretary.DoAsync("finish", ("outcome", "Solved"), ("result", "已经疏通好了。谢谢您的提醒！"), ("measures", "请工人疏通"), ("Photos", Photo));
        var waiting = await secretary.ReadAsync(secretary.Appeal);

        using var centre = await office.AsAsync(Role.TownCentre);
        var check = await centre.ReadAsync($"{centre.Appeal}/pass-check");
        await centre.DoAsync("pass-check", ("outcome", "Solved"));

        Assert.Contains("等上一级核查", waiting, StringComparison.Ordinal);
        Assert.Contains("说了，下午去看", waiting, StringComparison.Ordinal);
        Assert.Contains("已经疏通好了", check, StringComparison.Ordinal);
        Assert.Contains("证明照片第 1 张", check, StringComparison.Ordinal);
        Assert.Contains("核查通过：解决了", await centre.ReadAsync(centre.Appeal), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-11")]
    public async Task Sent_up_with_a_reason_and_sent_back_with_one(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);
        using var centre = await office.AsAsync(Role.TownCentre);
        await secretary.DoAsync("record-call", ("call", "Reached"));
        await secretary.DoAsync("sign");

        var empty = await secretary.SendAsync($"{secretary.Appeal}/raise", $"{secretary.Appeal}/raise", ("reason", "管网是区里的"));
        await secretary.DoAsync("raise", ("reason", "管网是区里的"), ("tried", "去看过，挖不了"));
        var above = await centre.ReadAsync(centre.Appeal);
        await centre.DoAsync("send-back", ("reason", "先清门口这一段"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var page = WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync(Passerby.Ct));
        Assert.Contains("<a href='#tried'>已经做了什么：这一项还没有填", page, StringComparison.Ordinal);
        Assert.Contains("管网是区里的", page, StringComparison.Ordinal);
        Assert.Contains("接过来办", above, StringComparison.Ordinal);
        Assert.Contains("去看过，挖不了", above, StringComparison.Ordinal);
        Assert.Contains("先清门口这一段", await secretary.ReadAsync(secretary.Appeal), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-31")]
    public async Task What_somebody_did_meanwhile_is_told_and_what_was_typed_stays(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);
        using var police = await office.AsAsync(Role.VillagePolice);
        await secretary.DoAsync("record-call", ("call", "Reached"));
        var form = await secretary.ReadAsync($"{secretary.Appeal}/message");
        await police.DoAsync("message", ("message", "我是社区民警，下午到"));

        var late = await secretary.PostAsync(form, $"{secretary.Appeal}/message", ("message", "您好，工人已经在路上"));
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Passerby.Ct));
        var again = await secretary.PostAsync(page, $"{secretary.Appeal}/message", ("message", "您好，工人已经在路上"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("社区民警在", page, StringComparison.Ordinal);
        Assert.Contains("您好，工人已经在路上", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-18")]
    public async Task A_template_fills_the_text_with_the_facts(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);

        var filled = await secretary.SendAsync($"{secretary.Appeal}/message", $"{secretary.Appeal}/message?handler=Fill", ("template", "message-progress"), ("message", "王老师："));
        var page = WebUtility.HtmlDecode(await filled.Content.ReadAsStringAsync(Passerby.Ct));

        Assert.Contains("王老师：\n您好，您反映的", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("{place}", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-01")]
    [Trait("Spec", "P-15")]
    public async Task The_link_of_an_SMS_takes_and_records_the_call_and_nothing_else(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var (worker, link) = await office.LinkAsync(Role.VillageSecretary);
        using var _ = worker;

        Assert.Contains("我来接", await worker.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await worker.SendAsync(link, $"{link}?handler=Take")).StatusCode);
        var number = await worker.SendAsync(link, $"{link}?handler=Open");
        Assert.Contains("href=\"tel:13800138000\"", await number.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await worker.SendAsync(link, $"{link}?handler=Call", ("call", "Reached"))).StatusCode);
        Assert.DoesNotContain("name=\"call\"", await worker.ReadAsync(link), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await worker.GetAsync(worker.Appeal)).Headers.Location?.OriginalString, StringComparison.Ordinal);

        var after = await worker.SendAsync(link, $"{link}?handler=Open");
        Assert.DoesNotContain("tel:", await after.Content.ReadAsStringAsync(Passerby.Ct), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-15")]
    public async Task A_link_of_yesterday_says_so_and_leads_to_signing_in(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var (worker, link) = await office.LinkAsync(Role.VillageSecretary);
        using var _ = worker;
        office.Street.Site.Clock.Advance(TimeSpan.FromHours(25));

        var answer = await worker.GetAsync(link);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Passerby.Ct));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("24 小时内有效", page, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(worker.Appeal), page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-04")]
    [Trait("Spec", "H-18")]
    [Trait("Spec", "D-02")]
    public async Task The_centre_reclassifies_by_a_form_with_a_reason_and_the_lead_is_offered_the_standard_reply_first(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = await office.AsAsync(Role.VillageSecretary);
        using var centre = await office.AsAsync(Role.TownCentre);

        var without = await centre.SendAsync($"{centre.Appeal}/reclassify", $"{centre.Appeal}/reclassify", ("categoryCode", "A2"), ("grade", "Larger"), ("urgency", "Urgent"));
        await centre.DoAsync("reclassify", ("categoryCode", "A2"), ("grade", "Larger"), ("urgency", "Urgent"), ("reason", "是污水管"));
        var page = await centre.ReadAsync(centre.Appeal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("水暖电气通信 · 较大", page, StringComparison.Ordinal);
        Assert.Contains("紧急", page, StringComparison.Ordinal);
        Assert.Contains("是污水管", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/reclassify", await secretary.ReadAsync(secretary.Appeal), StringComparison.Ordinal);

        await centre.DoAsync("reclassify", ("categoryCode", "C3"), ("grade", "Ordinary"), ("urgency", "Normal"), ("reason", "是饭店占道"));
        await secretary.DoAsync("take");
        await secretary.DoAsync("record-call", ("call", "Reached"), ("said", "说了"));
        await secretary.DoAsync("sign");
        var finish = await secretary.ReadAsync($"{secretary.Appeal}/finish");
        Assert.Equal(["finish-checked", "finish-mediated", "finish-explained"], Regex.Matches(finish, "name=\"template\" value=\"([a-z-]+)\"").Select(m => m.Groups[1].Value));
    }
}
