using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Cities;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Cities;

/// <summary>万源: on the worked Saturday the city's office assigns what three villages reported; the head of the city takes the project on.</summary>
public sealed class WanyuanJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "H-03")]
    [Trait("Spec", "S-06")]
    public async Task Cloudy_water_is_assigned_on_a_worked_Saturday(Engine engine)
    {
        await using var days = await CityDays.OnAsync("wanyuan", engine, "2026-05-08 16:00", "太平镇");
        var reports = new List<CityCase>();
        foreach (var village in new[] { "石岗社区", "茶垭社区", "四合村" })
        {
            reports.Add(await CityCase.ReportAsync(days, village, "A2", "自来水浑得像泥汤，三天了没人管", $"1390000000{reports.Count}", intent: "complaint"));
        }

        await days.UntilAsync("2026-05-09 09:30");
        await using var office = await days.PhoneOfAsync(days.City.Of(Role.CityOffice), desk: true);
        var page = office.Page;
        await page.GotoAsync("/dispatch");
        await Expect(page.GetByText("自来水浑得像泥汤").First).ToBeVisibleAsync();
        await office.SeenAsync("wanyuan-dispatch");
        await page.GotoAsync($"/appeals/{reports[1].Appeal}/merge");
        await page.GetByLabel("不在上面的，写那一件的受理编号").FillAsync(reports[0].Number);
        await office.SendAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已合并");

        await page.GotoAsync($"/appeals/{reports[0].Appeal}/assign");
        await page.Locator("#unit").SelectOptionAsync(new SelectOptionValue { Label = "万源市水务局" });
        await page.GetByLabel("办理要求").FillAsync("查清水源，恢复供水");
        await page.GetByText("第 1 个单位").ClickAsync();
        await page.Locator("#task-0-unit").SelectOptionAsync(new SelectOptionValue { Label = "万源市卫生健康局" });
        await page.Locator("[name='Tasks[0].Requirement']").FillAsync("三个村各取一次水样");
        await office.SeenAsync("wanyuan-assign");
        await office.SendAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已派单");
        await page.GotoAsync($"/appeals/{reports[0].Appeal}/sheet");
        await office.SeenAsync("wanyuan-sheet");

        await using var villager = await Phone.OnAsync(days.City.Site);
        await villager.Page.GotoAsync($"/f/{reports[1].Number}?code={reports[1].Code}");
        await Expect(villager.Page.GetByText("万源市水务局正在办您的事").First).ToBeVisibleAsync();
        await villager.SeenAsync("wanyuan-follow");

        await days.WorkAsync();
        await using var head = await days.PhoneOfAsync(days.City.Of(Role.CountyHead));
        await head.Page.GotoAsync("/oversight?kind=governance");
        await head.Page.GetByText("太平镇 水暖电气通信").First.ClickAsync();
        await Expect(head.Page.GetByText("建议立项").First).ToBeVisibleAsync();
        await head.SeenAsync("wanyuan-governance");
    }
}
