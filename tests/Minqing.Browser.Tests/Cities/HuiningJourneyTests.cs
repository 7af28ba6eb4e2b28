using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Cities;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Cities;

/// <summary>会宁 草滩镇: a home visit where there is no network; afterwards the town sees all its villages.</summary>
public sealed class HuiningJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "I-21")]
    [Trait("Spec", "S-01")]
    public async Task A_visit_without_a_network_is_sent_later_and_stands_among_the_towns_villages(Engine engine)
    {
        await using var days = await CityDays.OnAsync("huining", engine, "2026-03-16 10:00", "草滩镇");
        await using var grid = await days.PhoneOfAsync(days.City.Of(Role.GridOfficer, "断岘村"));
        var page = grid.Page;
        await page.GotoAsync("/desk/outside");
        await grid.KeepsAsync("/desk/outside");
        await grid.Context.SetOfflineAsync(true);
        await page.Locator("[name=Channel][value=home-visit]").CheckAsync();
        await page.GetByLabel("具体位置").FillAsync("三社杨大爷家");
        await page.GetByLabel("什么事").FillAsync("水窖裂了，吃水要到沟里挑");
        await page.GetByLabel("本人怎么称呼").FillAsync("杨大爷");
        await page.GetByLabel("本人同意代报吗").SelectOptionAsync("oral");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("存在手机里");

        await days.UntilAsync("2026-03-16 15:00");
        await grid.Context.SetOfflineAsync(false);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已经发出");
        await days.UntilAsync("2026-03-16 15:40");

        await using var town = await days.PhoneOfAsync(days.City.Of(Role.TownHead, "草滩镇"));
        await town.Page.GotoAsync("/watch");
        await town.Page.GetByRole(AriaRole.Link, new() { Name = "各地情况" }).ClickAsync();
        await Expect(town.Page.GetByText("没回电 1")).ToBeVisibleAsync();
        await town.SeenAsync("huining-places");
        await town.Page.GetByText("断岘村").First.ClickAsync();
        await Expect(town.Page.GetByText("水窖裂了").First).ToBeVisibleAsync();
    }
}
