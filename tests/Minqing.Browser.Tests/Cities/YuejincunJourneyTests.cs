using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Cities;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Cities;

/// <summary>跃进村: the leak at 福星楼 is judged by the deputies' committee on a phone and by the street's centre at a desk.</summary>
public sealed class YuejincunJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "H-14")]
    public async Task A_leak_is_judged_on_four_scales_and_given_out(Engine engine)
    {
        await using var days = await CityDays.OnAsync("yuejincun", engine, "2026-03-09 09:30");
        var it = await CityCase.ReportAsync(days, "跃进社区", "A4", "福星楼楼顶漏水，七楼三户一下雨就接盆", "13900000022", address: "福星楼7楼");
        await it.DoAsync(days.City.Of(Role.StationChief, "跃进社区"), "steps/pass-on", new { reason = "要动用维修资金，社区办不了" });
        await it.DoAsync(days.City.Of(Role.TownCentre), "steps/triage", new { general = 3, urgent = 4, lawful = 5, publicInterest = 4, words = "三户受影响" });
        await days.WorkAsync();

        await using var committee = await days.PhoneOfAsync(days.City.Of(Role.DeputyCommittee));
        var page = committee.Page;
        await page.GotoAsync("/notices");
        await page.GetByText("请一起研判").First.ClickAsync();
        await page.GotoAsync($"/appeals/{it.Appeal}/triage");
        foreach (var (scale, value) in new[] { ("general", 3), ("urgent", 5), ("lawful", 5), ("publicInterest", 4) })
        {
            await page.Locator($"[name={scale}][value='{value}']").CheckAsync();
        }

        await page.GetByLabel("研判意见").FillAsync("雨季将到，应当尽快修");
        await committee.SeenAsync("yuejincun-triage");
        await committee.SendAsync();
        await Expect(page.GetByText("研判意见已记下")).ToBeVisibleAsync();

        await using var centre = await days.PhoneOfAsync(days.City.Of(Role.TownCentre), desk: true);
        await centre.Page.GotoAsync($"/appeals/{it.Appeal}/assign");
        await centre.Page.Locator("#unit").SelectOptionAsync(new SelectOptionValue { Label = "跃进村街道住房城乡建设办公室" });
        await centre.Page.GetByText("第 1 个单位").ClickAsync();
        await centre.Page.Locator("#task-0-unit").SelectOptionAsync(new SelectOptionValue { Label = "跃进社区居民委员会" });
        await centre.Page.Locator("[name='Tasks[0].Requirement']").FillAsync("组织业主表决使用维修资金");
        await centre.SendAsync();
        await Expect(centre.Page.GetByText("已派单")).ToBeVisibleAsync();
        await centre.SeenAsync("yuejincun-assigned");
        await centre.Page.GotoAsync($"/appeals/{it.Appeal}/sheet");
        await centre.SeenAsync("yuejincun-sheet");
    }
}
