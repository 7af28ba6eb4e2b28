using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>A centre takes a report of two matters apart; the person finds both on one page.</summary>
public sealed class SplitJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "I-34")]
    public async Task Two_matters_under_one_number(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var person = await Phone.OnAsync(street.Site);
        await person.Page.GotoAsync(street.Page);
        await person.Page.GetByLabel("什么事").FillAsync("小区东门的井盖坏了三天，昨天有个老人差点绊倒。楼下烧烤店半夜还在吵，孩子睡不着。");
        await person.Page.GetByLabel("您的手机号").FillAsync("13800138000");
        await person.Page.Locator("[name=Photos]").SetInputFilesAsync([await Photo.TakeAsync(person.Page, 400, 300), await Photo.TakeAsync(person.Page, 300, 400)]);
        await Expect(person.Page.Locator(".shot")).ToHaveCountAsync(2);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync();

        await using var centre = await SignedInPhone.OfAsync(street, Role.TownCentre);
        var page = centre.Page;
        await using var db = street.Site.Test.NewDb();
        await page.GotoAsync($"/appeals/{db.Appeals.Single().Id.Value}");
        await page.GetByText("其他处理").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "拆出一件" }).ClickAsync();
        await page.GetByLabel("拆出去的是哪些话").FillAsync("楼下烧烤店半夜还在吵，孩子睡不着。");
        await page.GetByLabel("这件事的类别").SelectOptionAsync("C3");
        await page.Locator("[name=media]").Nth(1).CheckAsync();
        await centre.SeenAsync("split-form");
        await page.GetByRole(AriaRole.Button, new() { Name = "拆出一件" }).ClickAsync();
        await Expect(page.GetByText("同一份反映拆出的事")).ToBeVisibleAsync();
        await Expect(page.Locator("a.shot")).ToHaveCountAsync(1);
        await centre.SeenAsync("split-done");
        await page.GetByText("第 2 件").ClickAsync();
        await Expect(page.GetByText("烧烤店").First).ToBeVisibleAsync();
        await Expect(page.Locator("a.shot")).ToHaveCountAsync(1);

        await person.Page.GotoAsync("/f");
        await person.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("2026") }).First.ClickAsync();
        await Expect(person.Page.GetByText("您反映的有 2 件事")).ToBeVisibleAsync();
        await person.SeenAsync("split-follow");
        await person.Page.GetByText("第 2 件").ClickAsync();
        await Expect(person.Page.GetByText("“楼下烧烤店半夜还在吵，孩子睡不着。”")).ToBeVisibleAsync();
        await person.SeenAsync("split-follow-2");
    }
}
