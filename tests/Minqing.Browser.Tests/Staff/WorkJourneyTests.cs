using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>A secretary finds it on the list, calls, signs, finishes; the centre above checks. On phones.</summary>
public sealed class WorkJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "D-08")]
    [Trait("Spec", "H-02")]
    [Trait("Spec", "H-20")]
    [Trait("Spec", "H-21")]
    public async Task From_the_list_to_the_check(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await ReportAsync(street);
        await using var secretary = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        var page = secretary.Page;

        await page.GotoAsync("/work");
        await secretary.SeenAsync("work-list");
        await page.GetByText("井盖坏了").First.ClickAsync();
        await secretary.SeenAsync("work-appeal");
        await page.GetByRole(AriaRole.Button, new() { Name = "我来接" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "显示号码，打电话" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "拨打 13800138000" })).ToBeVisibleAsync();
        await page.GetByText("打通了").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "已联系，了解情况" }).ClickAsync();
        await secretary.SeenAsync("work-call");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下这次通话" }).ClickAsync();
        street.Site.Clock.Advance(TimeSpan.FromMinutes(20));
        await page.GetByRole(AriaRole.Button, new() { Name = "签收，开始办" }).ClickAsync();
        street.Site.Clock.Advance(TimeSpan.FromHours(20));
        await page.GetByRole(AriaRole.Link, new() { Name = "办完了，交结果" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "解决了" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "已解释说明" }).ClickAsync();
        await secretary.SeenAsync("work-finish");
        await page.GetByRole(AriaRole.Button, new() { Name = "办完了，交结果" }).ClickAsync();
        await Expect(page.Locator("#measures-error")).ToBeVisibleAsync();
        await page.GetByLabel("做了什么").FillAsync("换了新井盖");
        await page.GetByRole(AriaRole.Button, new() { Name = "办完了，交结果" }).ClickAsync();
        await Expect(page.GetByText("等上一级核查").First).ToBeVisibleAsync();
        await secretary.SeenAsync("work-story");

        await using var centre = await SignedInPhone.OfAsync(street, Role.TownCentre);
        await centre.Page.GotoAsync("/work?kind=check");
        await centre.Page.GetByText("井盖坏了").First.ClickAsync();
        await centre.Page.GetByRole(AriaRole.Link, new() { Name = "核查结果" }).ClickAsync();
        await centre.SeenAsync("work-check");
        await centre.Page.GetByRole(AriaRole.Button, new() { Name = "核查通过" }).ClickAsync();
        await Expect(centre.Page.GetByText("核查通过，转回访")).ToBeVisibleAsync();
    }

    private static async Task ReportAsync(Street street)
    {
        await using var phone = await Phone.OnAsync(street.Site);
        await phone.Page.GotoAsync(street.Page);
        await phone.Page.GetByLabel("什么事").FillAsync("小区东门的井盖坏了三天，晚上看不见，昨天有个老人差点绊倒。请尽快来修。");
        await phone.Page.GetByLabel("您的手机号").FillAsync("13800138000");
        // What the words speak of would ask for a photo at the end.
        await phone.Page.Locator("summary", new() { HasText = "再补充一些" }).ClickAsync();
        await phone.Page.GetByLabel("是哪方面的事").SelectOptionAsync("C4");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync();
    }
}
