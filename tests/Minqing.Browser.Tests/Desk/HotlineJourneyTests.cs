using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Desk;

/// <summary>An operator at the desk who never touches the mouse, and a secretary on a visit where there is no network.</summary>
public sealed class HotlineJourneyTests
{
    // Slow for somebody who types all day.
    private const int KeysOfAMinute = 200;

    [Journey, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task A_call_is_taken_down_by_keyboard_alone(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await new Colleagues(street).ReportAsync();
        await using var desk = await SignedInPhone.OfAsync(street, Role.CountyCentre, desk: true);
        var (page, keys) = (desk.Page, new CountedKeys(desk.Page.Keyboard));
        var place = RegionName.Short(street.Holder(Role.VillageSecretary).RegionName);

        await page.GotoAsync("/desk/new");
        await desk.SeenAsync("hotline-empty");
        await Expect(page.GetByLabel("来电号码")).ToBeFocusedAsync();
        await keys.TypeAsync("13800138000");
        await Expect(page.Locator("#caller")).ToContainTextAsync("小区东门的井盖坏了三天");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("王秀兰");
        await keys.PressAsync("Enter");
        await keys.TypeAsync(place[..3]);
        await Expect(page.Locator("#places input").First).ToBeAttachedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("具体位置")).ToBeFocusedAsync();
        await keys.TypeAsync("3号楼门前");
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("什么事")).ToBeFocusedAsync();
        await keys.TypeAsync("东门那个井盖坏了，还是没人修");
        await Expect(page.Locator("#similar")).ToContainTextAsync("都说到 井盖坏");
        await Expect(page.Locator("#suggested")).ToContainTextAsync("市政环卫与生态环境（说到 井盖）");
        await Expect(page.Locator("#preview")).ToContainTextAsync("先由管这个地方的最低一级办");
        await Expect(page.Locator("#preview")).Not.ToContainTextAsync("规则");
        await desk.SeenAsync("hotline-typed");
        await keys.PressAsync("F9");
        await keys.PressAsync("ArrowDown");
        await desk.SeenAsync("hotline-joining");
        await keys.PressAsync("Control+Enter");
        Assert.InRange(keys.Pressed, 100, KeysOfAMinute);

        await Expect(page.GetByText("受理编号")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "再记一件", Exact = true })).ToBeFocusedAsync();
        await desk.SeenAsync("hotline-slip");
        await keys.PressAsync("Enter");
        await Expect(page.GetByLabel("来电号码")).ToBeFocusedAsync();
        await using var db = street.Site.Test.NewDb();
        var called = await db.Reports.SingleAsync(r => r.Channel == Channel.Hotline, TestContext.Current.CancellationToken);
        Assert.Equal(("A3", (await db.Reports.SingleAsync(r => r.Channel != Channel.Hotline, TestContext.Current.CancellationToken)).Appeal), (called.Category, called.Worked));
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "I-20")]
    public async Task Typed_faster_than_answered_refused_and_a_second_matter_need_no_mouse(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var desk = await SignedInPhone.OfAsync(street, Role.CountyCentre, desk: true);
        var (page, keys) = (desk.Page, desk.Page.Keyboard);
        var place = RegionName.Short(street.Holder(Role.VillageSecretary).RegionName);

        await page.GotoAsync("/desk/new");
        await Expect(page.GetByLabel("来电号码")).ToBeFocusedAsync();
        await TypeAsync("1380013", "", "没有这个地方");
        await Expect(page.GetByText("没有找到")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("在哪里")).ToBeFocusedAsync();
        await keys.PressAsync("Control+A");
        await TypeAsync(place[..3], "3号楼门前");
        await Expect(page.Locator("#places :checked")).ToHaveCountAsync(1);
        await keys.TypeAsync("楼道里的灯不亮");
        await keys.PressAsync("Control+Enter");

        await Expect(page.GetByLabel("来电号码")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("楼道里的灯不亮");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("13800138000");
        await keys.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "再记一件", Exact = true })).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");

        await Expect(page.GetByLabel("具体位置")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("来电号码")).ToHaveValueAsync("13800138000");
        await Expect(page.Locator("#places :checked")).ToHaveCountAsync(1);
        await Expect(page.Locator("#caller")).ToContainTextAsync("楼道里的灯不亮");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("单元门关不上");
        await keys.PressAsync("F8");
        await Expect(page.Locator("#caller a").First).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(page.GetByLabel("什么事")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Enter");
        await Expect(page.GetByText("受理编号")).ToBeVisibleAsync();
        await using var db = street.Site.Test.NewDb();
        Assert.Equal(2, await db.Reports.CountAsync(r => r.Channel == Channel.Hotline, TestContext.Current.CancellationToken));

        async Task TypeAsync(params string[] fields)
        {
            foreach (var words in fields)
            {
                await keys.TypeAsync(words);
                await keys.PressAsync("Enter");
            }
        }
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "I-21")]
    public async Task A_visit_where_there_is_no_network_is_sent_later_and_once(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var secretary = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        var page = secretary.Page;
        await page.GotoAsync("/desk/outside");
        await secretary.SeenAsync("outside");
        await secretary.KeepsAsync("/desk/outside", "/app/staff-look", "/app/staff");

        await secretary.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Expect(page.Locator(".bottom-bar")).ToHaveCSSAsync("position", "fixed");
        foreach (var words in new[] { "院墙要倒了", "轮椅上不了台阶" })
        {
            await page.GetByLabel("什么事").FillAsync(words);
            await page.GetByLabel("本人怎么称呼").FillAsync("王大爷");
            await page.GetByLabel("本人同意代报吗").SelectOptionAsync("oral");
            await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
            await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("");
        }

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("2 件存在手机里");
        await secretary.Context.SetOfflineAsync(false);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已经发出");

        await using var db = street.Site.Test.NewDb();
        var reports = await db.Reports.AsNoTracking().Where(r => r.Channel == Channel.HomeVisit).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((2, true), (reports.Count, reports.TrueForAll(r => r.Consent == Consent.Oral)));
    }
}
