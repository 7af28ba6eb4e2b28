using System.Net;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Timing;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Staff;

public sealed class ShownTimeTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "D-05")]
    [Trait("Spec", "D-04")]
    public async Task What_stands_still_and_what_was_extended_say_so_and_why(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var cases = new Cases(city);
        var course = new CourseCases(city, cases);
        using var centre = await Official.OfAsync(city, Role.CountyCentre);

        var still = await PageAsync(centre, await course.SuspendedAsync());
        Assert.Contains(" 已暂停计时", still, StringComparison.Ordinal);
        Assert.Contains("因“受季节、天气限制”从", still, StringComparison.Ordinal);
        Assert.Contains("自动恢复", still, StringComparison.Ordinal);

        var asked = await course.AskedOfAsync(3);
        Assert.DoesNotContain("批准延期", await PageAsync(centre, asked), StringComparison.Ordinal);
        await cases.StepAsync<GrantExtension>(Role.CountyCentre, (u, v) => u.RunAsync(v, asked.Appeal, "同意", null, WalkedCity.Ct));
        Assert.Contains("批准延期，原定", await PageAsync(centre, asked), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-02")]
    public async Task A_limit_of_the_law_stands_beside_the_city_s_own_with_the_law_that_gives_it(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var cases = new Cases(city);
        using var centre = await Official.OfAsync(city, Role.CountyCentre);
        var it = await cases.ReceivedAsync();
        Assert.DoesNotContain("法定", await PageAsync(centre, it), StringComparison.Ordinal);

        await cases.StepAsync<ReclassifyAppeal>(Role.CountyCentre, (u, v) => u.RunAsync(v, it.Appeal, "C2", Grade.Ordinary, Urgency.Normal, "投诉窗口的态度", null, WalkedCity.Ct));

        var page = await PageAsync(centre, it);
        Assert.Contains("法定受理期限", page, StringComparison.Ordinal);
        Assert.Contains("法定答复期限", page, StringComparison.Ordinal);
        Assert.Contains("依据《信访工作条例》第三十四条，与本市时限同时计算", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-02")]
    [Trait("Spec", "D-04")]
    public async Task More_time_by_the_law_is_asked_for_beside_the_city_s_own_and_told_to_the_reporter_with_its_reason(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var cases = new Cases(city);
        using var centre = await Official.OfAsync(city, Role.CountyCentre);
        using var village = await Official.OfAsync(city, Role.VillageSecretary);
        var it = await cases.LedByAsync(1);
        Assert.DoesNotContain("法定答复期限", await PageAsync(village, it, "/ask-extension"), StringComparison.Ordinal);
        await cases.StepAsync<ReclassifyAppeal>(Role.CountyCentre, (u, v) => u.RunAsync(v, it.Appeal, "C2", Grade.Ordinary, Urgency.Normal, "投诉窗口的态度", null, WalkedCity.Ct));
        Assert.Contains("法定答复期限", await PageAsync(village, it, "/ask-extension"), StringComparison.Ordinal);

        await village.DoAsync(it, "steps/ask-extension", new { limit = "law", days = 30, reason = "涉及三家单位，还要鉴定。" });
        Assert.Contains("申请延长法定答复期限 30 天", await PageAsync(centre, it, "/grant-extension"), StringComparison.Ordinal);
        await centre.DoAsync(it, "steps/grant-extension", new { });

        Assert.Contains("同意延长法定答复期限，最迟", await PageAsync(centre, it), StringComparison.Ordinal);
        using var followed = await city.Site.Http.GetAsync(new Uri($"/api/v1/reports/{it.Number}?code={it.Code}", UriKind.Relative), WalkedCity.Ct);
        var told = await followed.Content.ReadAsStringAsync(WalkedCity.Ct);
        Assert.Contains("经批准依法延长答复期限，最迟", told, StringComparison.Ordinal);
        Assert.Contains("涉及三家单位，还要鉴定。", told, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(Official official, Case it, string step = "")
    {
        using var page = await official.FetchAsync($"/appeals/{it.Appeal.Value}{step}");
        return WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(WalkedCity.Ct));
    }
}
