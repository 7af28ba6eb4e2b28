using Microsoft.Playwright;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Citizen;

/// <summary>The person has the last word on their own page: rates, and asks to take it up again.</summary>
[Trait("Spec", "I-14")]
public sealed class SayJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "H-22")]
    [Trait("Spec", "H-27")]
    public async Task Rated_it_is_settled_and_asked_for_it_is_taken_up_again(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync();
        await colleagues.CallAsync();
        await colleagues.SolveAsync();
        await using var phone = await Phone.OnAsync(street.Site);
        var page = phone.Page;

        street.Site.Clock.Advance(TimeSpan.FromMinutes(20));
        await page.GotoAsync(colleagues.FollowPage);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "办完了，请您说说办得怎么样" })).ToBeVisibleAsync();
        await Expect(page.Locator("input:checked")).ToHaveCountAsync(0);
        await phone.SeenAsync("follow-rate");
        await page.GetByRole(AriaRole.Button, new() { Name = "送出评价" }).ClickAsync();
        await Expect(page.Locator("#Result .error")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "事情办的结果" }).GetByRole(AriaRole.Radio, new() { Name = "满意", Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送出评价" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("谢谢您的评价");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "这件事办完了" })).ToBeVisibleAsync();

        street.Site.Clock.Advance(TimeSpan.FromDays(2));
        await ReopenAsync(page, "");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "正在重新办您的事" })).ToBeVisibleAsync();
        await phone.SeenAsync("follow-again");

        await colleagues.SolveAsync();
        await page.ReloadAsync();
        await ReopenAsync(page, "");
        await Expect(page.Locator("#Reason-error")).ToBeVisibleAsync();
        await phone.SeenAsync("follow-reason");
        await page.GetByLabel("还有什么没办好").FillAsync("盖是换了，路面还是塌的");
        await page.GetByRole(AriaRole.Button, new() { Name = "要求重办", Exact = true }).ClickAsync();
        await Expect(page.GetByText("盖是换了，路面还是塌的")).ToBeVisibleAsync();
        Assert.Empty(phone.Complaints);
    }

    private static async Task ReopenAsync(IPage page, string reason)
    {
        await page.GetByText("没办好，要求重办").ClickAsync();
        await page.GetByLabel("还有什么没办好").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "要求重办", Exact = true }).ClickAsync();
    }
}
