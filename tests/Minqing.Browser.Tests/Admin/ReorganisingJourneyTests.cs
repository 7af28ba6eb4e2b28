using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Admin;

/// <summary>An administrator merges two communities, splits a grid, gives another name, and finds the old name again. On a phone and at a desk.</summary>
[Trait("Spec", "O-09")]
public sealed class ReorganisingJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task From_two_communities_to_one_that_remembers_both(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await SignedInPhone.OfAsync(street, Role.Administrator);
        var page = phone.Page;
        await using var db = street.Site.Test.NewDb();
        var from = await db.Regions.FirstAsync(r => r.Code == street.Codes[0].RegionCode.Substring(0, 12), TestContext.Current.CancellationToken);
        var into = await db.Regions.OrderBy(r => r.Code).FirstAsync(r => r.ParentId == from.ParentId && r.Id != from.Id, TestContext.Current.CancellationToken);

        await page.GotoAsync("/admin/reorganisations");
        await phone.SeenAsync("reorganising-none");
        await page.GotoAsync($"/admin/regions/{from.Code}");
        await page.GetByRole(AriaRole.Link, new() { Name = "并入别处" }).ClickAsync();
        await page.GetByLabel("并入的区划代码").FillAsync("1");
        await page.GetByLabel("依据").FillAsync("白政发〔2026〕3号");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看会影响什么" }).ClickAsync();
        await Expect(page.Locator("#Into-error")).ToBeVisibleAsync();
        await phone.SeenAsync("reorganising-slip");
        await page.GetByLabel("区划名称的一部分").FillAsync(into.Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await phone.SeenAsync("reorganising-find");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{into.Name}：并入它" }).ClickAsync();
        await Expect(page.GetByLabel("撤销的区划代码")).ToHaveValueAsync(from.Code);
        await Expect(page.GetByLabel("并入的区划代码")).ToHaveValueAsync(into.Code);
        await page.GetByLabel("依据").FillAsync("白政发〔2026〕3号");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看会影响什么" }).ClickAsync();
        await phone.SeenAsync("reorganising-preview");
        await page.Locator("input[name=Moving]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确定合并" }).ClickAsync();
        await Expect(page.GetByText("已办好").First).ToBeVisibleAsync();
        await page.GotoAsync("/admin/reorganisations");
        await phone.SeenAsync("reorganising-done");
        await page.GetByRole(AriaRole.Link, new() { Name = from.Name, Exact = true }).First.ClickAsync();
        await Expect(page.GetByText("并入").First).ToBeVisibleAsync();
        await phone.SeenAsync("reorganising-history");

        var grid = await db.Regions.AsNoTracking().Where(r => r.ParentId == into.Id && r.ClosedOn == null).OrderByDescending(r => r.Code).FirstAsync(TestContext.Current.CancellationToken);
        await page.GotoAsync($"/admin/reorganisations/split?grid={grid.Code}");
        await page.GetByLabel("新网格的名称").FillAsync("北网格\n南网格");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(page.Locator(".field.wrong")).ToHaveCountAsync(0);
        await page.Locator("select").First.SelectOptionAsync("2");
        await phone.SeenAsync("reorganising-split");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定拆分" }).ClickAsync();
        await Expect(page.Locator("#Reason-error")).ToBeVisibleAsync();
        await Expect(page.Locator("select").First).ToHaveValueAsync("2");
        await page.GetByLabel("依据").FillAsync("网格调整方案");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定拆分" }).ClickAsync();
        await Expect(page.GetByText("已办好")).ToBeVisibleAsync();
        await page.GotoAsync("/admin/reorganisations?q=北网格");
        await Expect(page.GetByText("拆分出北网格、南网格")).ToBeVisibleAsync();

        await page.GotoAsync($"/admin/reorganisations/rename?region={into.Code}");
        await phone.SeenAsync("reorganising-rename");
        await page.GetByLabel("新名称").FillAsync("新红卫社区");
        await page.GetByLabel("依据").FillAsync("更名批复");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定改名" }).ClickAsync();
        await Expect(page.GetByText("新红卫社区沿革")).ToBeVisibleAsync();
    }
}
