using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Leader;

/// <summary>A leader sees what is late, writes what shall be done, and closes it when the answer does: all on a phone.</summary>
public sealed class InstructionJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "S-01")]
    [Trait("Spec", "S-02")]
    public async Task What_is_late_is_instructed_on_answered_and_accepted(Engine engine)
    {
        await using var it = await Neighbourhood.OnAsync(engine, "小区健身器材的横杆断了，孩子爬上去很危险。", "A4");
        await it.DoAsync(it.Chief, "steps/assign", new { unit = it.Secretary.Unit.Value, words = "先封起来，社区能修" });
        it.City.Site.Clock.Advance(TimeSpan.FromDays(6));
        await using var leader = await it.PhoneAsync(it.City.Of(Role.TownHead));
        await using var secretary = await it.PhoneAsync(it.Secretary);

        await GivenAsync(leader);
        await AnsweredAsync(secretary);
        await AcceptedAsync(leader);
    }

    private static async Task GivenAsync(Phone leader)
    {
        var page = leader.Page;
        await page.GotoAsync("/");
        var row = page.Locator("li", new() { HasText = "横杆" });
        for (var i = 0; i < 60 && await row.CountAsync() == 0; i++)
        {
            await page.ReloadAsync(); // the clocks fire in their own time after the jump
        }

        await leader.SeenAsync("watch");
        await row.GetByRole(AriaRole.Link, new() { Name = "批示" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发出批示" }).ClickAsync();
        await Expect(page.Locator(".errors")).ToBeVisibleAsync();
        await page.GetByLabel("批示内容").FillAsync("孩子的安全是大事，三天内换好。");
        await page.GetByLabel("几个工作日内").FillAsync("3");
        await leader.SeenAsync("instruct");
        await page.GetByRole(AriaRole.Button, new() { Name = "发出批示" }).ClickAsync();
        await Expect(page.GetByText("批示已发出")).ToBeVisibleAsync();
    }

    private static async Task AnsweredAsync(Phone secretary)
    {
        var page = secretary.Page;
        await page.GotoAsync("/work");
        await page.Locator("a.chip", new() { HasText = "答复批示" }).ClickAsync();
        await secretary.SeenAsync("work-instruction");
        await page.Locator("a.row").ClickAsync();
        await secretary.SeenAsync("instructions-to-me");
        await page.Locator("a.row", new() { HasText = "孩子的安全" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "收到" }).ClickAsync();
        await Expect(page.GetByText("已告诉领导您收到了")).ToBeVisibleAsync();
        await secretary.SeenAsync("instruction-to-answer");
        await page.GetByLabel("办得怎么样").FillAsync("横杆今天换了新的，请看照片。");
        await page.GetByRole(AriaRole.Button, new() { Name = "交答复" }).ClickAsync();
        await Expect(page.GetByText("答复已交")).ToBeVisibleAsync();
    }

    private static async Task AcceptedAsync(Phone leader)
    {
        var page = leader.Page;
        await page.GotoAsync("/instructions");
        await leader.SeenAsync("instructions");
        await page.Locator("a.row", new() { HasText = "孩子的安全" }).ClickAsync();
        await Expect(page.GetByText("横杆今天换了新的")).ToBeVisibleAsync();
        await leader.SeenAsync("instruction-answered");
        await page.GetByRole(AriaRole.Button, new() { Name = "同意，办结" }).ClickAsync();
        await Expect(page.GetByText("已办结").First).ToBeVisibleAsync();
    }
}
