using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>A storm: the county's centre opens it, takes in what is proposed, and tells everybody the same.</summary>
public sealed class EventJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "H-29")]
    public async Task One_answer_for_all(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var person = await Phone.OnAsync(street.Site);
        await person.Page.GotoAsync(street.Page);
        await person.Page.GetByLabel("什么事").FillAsync("昨晚刮大风，我们整栋楼都停电了。");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync();
        await using var db = street.Site.Test.NewDb();
        var category = db.Appeals.Single().Category;

        await using var centre = await SignedInPhone.OfAsync(street, Role.CountyCentre);
        var page = centre.Page;
        await page.GotoAsync("/events");
        await centre.SeenAsync("events-empty");
        await page.GetByText("登记一起", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("叫什么").FillAsync("3 月 1 日夜里大风停电");
        await page.GetByLabel("什么类别").SelectOptionAsync(category);
        await page.GetByLabel("从什么时候开始").FillAsync("2026-03-01T20:00");
        await centre.SeenAsync("events-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(page.GetByText("我们整栋楼都停电了")).ToBeVisibleAsync();
        await centre.SeenAsync("event-proposed");
        await page.GetByRole(AriaRole.Button, new() { Name = "归入选中的" }).ClickAsync();
        await page.GetByLabel("统一答复", new() { Exact = true }).FillAsync("大风吹断了线路，正在抢修，今晚十点前恢复供电。");
        await page.GetByRole(AriaRole.Button, new() { Name = "告诉所有反映人" }).ClickAsync();
        await Expect(page.GetByText("每位反映人都已告知")).ToBeVisibleAsync();
        await centre.SeenAsync("event-answered");
        await page.GotoAsync("/events");
        await centre.SeenAsync("events-list");

        // Closed with one answer, all of it is followed up by link in one act of the desk.
        await page.Locator("a.row").First.ClickAsync();
        await page.GetByText("答复并办结全部在办的").ClickAsync();
        await page.GetByLabel("办结答复").FillAsync("线路已经修好，昨晚九点恢复供电。");
        await page.GetByLabel("解决了").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定，全部办结" }).ClickAsync();
        await Expect(page.GetByText("已统一办结。")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await using var desk = await SignedInPhone.OfAsync(street, Role.FollowUpDesk);
        await desk.Page.GotoAsync("/followups");
        await desk.SeenAsync("followups-event");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "书面回访这 1 件" }).ClickAsync();
        await Expect(desk.Page.GetByText("正在请每位反映人评价")).ToBeVisibleAsync();
        for (var i = 0; i < 60 && await desk.Page.GetByText("1 件正在书面回访").CountAsync() == 0; i++)
        {
            await desk.Page.ReloadAsync(); // they are asked in the background
        }

        await Expect(desk.Page.Locator("a.row")).ToHaveCountAsync(0);
        await desk.SeenAsync("followups-event-asked");
    }
}
