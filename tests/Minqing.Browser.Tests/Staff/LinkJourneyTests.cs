using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>The first tier's SMS arrives on the handset; its link takes the appeal and records the call, without signing in.</summary>
[Trait("Spec", "H-01")]
[Trait("Spec", "P-15")]
public sealed class LinkJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task From_the_SMS_to_the_call_without_signing_in(Engine engine)
    {
        await using var handset = await RealHandset.StartAsync();
        await using var street = await handset.StreetAsync(engine);
        var colleagues = new Colleagues(street);
        await using var phone = await Phone.OnAsync(street.Site);
        // The screen is open before anything is reported: what comes appears by itself.
        await phone.Page.GotoAsync(handset.Screen(street.Holder(Role.VillageSecretary).Phone));
        await colleagues.ReportAsync();
        var link = phone.Page.GetByRole(AriaRole.Link, new() { Name = "/l/" });
        await Expect(link).ToHaveCountAsync(1);

        var page = await phone.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        var task = phone.At(page);
        await task.SeenAsync("link-take");
        await page.GetByRole(AriaRole.Button, new() { Name = "我来接" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "显示号码，打电话" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "拨打 13800138000" })).ToBeVisibleAsync();
        await page.GetByText("打通了").ClickAsync();
        await page.GetByLabel("说了什么").FillAsync("下午带人去换");
        await task.SeenAsync("link-call");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下这次通话" }).ClickAsync();
        await Expect(page.GetByText("已记下这次通话")).ToBeVisibleAsync();
        await task.SeenAsync("link-done");
        await page.GetByRole(AriaRole.Link, new() { Name = "登录后办理其他事" }).ClickAsync();
        await Expect(page.GetByLabel("账号")).ToBeVisibleAsync();
        await task.SeenAsync("sign-in");

        await page.GotoAsync(colleagues.FollowPage);
        await Expect(page.GetByText("给您打了电话")).ToBeVisibleAsync();
        await Expect(page.Locator(".seen")).ToContainTextAsync("给您打第一次电话");
        await task.SeenAsync("follow-called");
    }

    [Journey, OnBothDatabases]
    public async Task Who_comes_second_reads_who_took_it_and_an_old_link_leads_to_signing_in(Engine engine)
    {
        await using var handset = await RealHandset.StartAsync();
        await using var street = await handset.StreetAsync(engine);
        var colleagues = new Colleagues(street);
        await using var phone = await Phone.OnAsync(street.Site);
        await colleagues.ReportAsync();
        await phone.Page.GotoAsync(handset.Screen(street.Holder(Role.VillagePolice).Phone));
        var link = await phone.Page.GetByRole(AriaRole.Link, new() { Name = "/l/" }).GetAttributeAsync("href");
        await colleagues.DoAsync(Role.VillageSecretary, "first-contact", new { });

        await phone.Page.GotoAsync(link!);
        await Expect(phone.Page.GetByText("村（社区）书记已于")).ToBeVisibleAsync();
        await phone.SeenAsync("link-taken");
        street.Site.Clock.Advance(TimeSpan.FromHours(25));
        await phone.Page.ReloadAsync();

        await Expect(phone.Page.GetByText("24 小时内有效")).ToBeVisibleAsync();
        await phone.SeenAsync("link-old");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "登录后继续" }).ClickAsync();
        await Expect(phone.Page.GetByLabel("账号")).ToBeVisibleAsync();
    }
}
