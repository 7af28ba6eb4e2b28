using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>From the desk to the sheet of paper, and back to the desk when somebody says that it is not theirs.</summary>
public sealed class DispatchJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "H-12")]
    [Trait("Spec", "H-13")]
    public async Task It_is_given_as_advised_printed_disputed_and_ruled(Engine engine)
    {
        await using var it = await Neighbourhood.OnAsync(engine, "楼下烧烤店每天晚上油烟直排，窗户不敢开，投诉过三次都没改。", "A3");
        var (lead, co) = (it.City.Department("city-management"), it.City.Department("market"));
        await using var chief = await it.PhoneAsync(it.Chief);
        await GivenAsync(chief, lead.UnitName, co.UnitName);

        await using var officer = await it.PhoneAsync(lead);
        await PrintedAsync(officer, it.Appeal, lead.UnitName, co.UnitName);
        await DisputedAsync(officer);

        await using var centre = await it.PhoneAsync(it.City.Of(Role.TownCentre), desk: true);
        await RuledAsync(centre, it.City.Department("environment").UnitName);
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "H-14")]
    public async Task Deputies_judge_on_a_phone_before_the_centre_can_give_it_to_anybody(Engine engine)
    {
        await using var it = await Neighbourhood.OnAsync(engine, "顶楼漏水，七八家屋里发霉，要动维修资金。", "A4");
        await it.DoAsync(it.Chief, "steps/pass-on", new { reason = "要动用维修资金" });
        await it.DoAsync(it.City.Of(Role.TownCentre), "steps/triage", new { general = 4, urgent = 3, lawful = 5, publicInterest = 4, words = "多户受影响" });
        await using var deputies = await it.PhoneAsync(it.City.Of(Role.DeputyCommittee));
        var page = deputies.Page;

        await page.GotoAsync("/dispatch");
        await page.Locator("a.row").ClickAsync();
        await deputies.SeenAsync("judge");
        await page.GetByRole(AriaRole.Link, new() { Name = "写研判意见" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "写研判意见" }).ClickAsync();
        await Expect(page.Locator(".errors")).ToBeVisibleAsync();
        foreach (var scale in new[] { "普遍程度", "紧急程度", "合法程度", "公共利益" })
        {
            await page.GetByRole(AriaRole.Group, new() { Name = scale }).GetByRole(AriaRole.Radio, new() { Name = "较高" }).CheckAsync();
        }

        await page.GetByLabel("研判意见").FillAsync("代表全程跟踪");
        await deputies.SeenAsync("judge-scales");
        await page.GetByRole(AriaRole.Button, new() { Name = "写研判意见" }).ClickAsync();
        await Expect(page.GetByText("研判意见已记下")).ToBeVisibleAsync();
    }

    private static async Task GivenAsync(Phone chief, string lead, string co)
    {
        var page = chief.Page;
        await page.GotoAsync("/dispatch");
        await chief.SeenAsync("dispatch");
        await page.Locator("a.row", new() { HasText = "烧烤店" }).ClickAsync();
        await Expect(page.GetByLabel("建议")).ToContainTextAsync($"建议由 {lead} 主办");
        await Expect(page.GetByLabel("由谁主办").Locator("option:checked")).ToHaveTextAsync(lead);
        await page.GetByLabel("办理要求").FillAsync("三天内查处，查证照和油烟净化器");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = co }).CheckAsync();
        await chief.SeenAsync("dispatch-one");
        await page.GetByRole(AriaRole.Button, new() { Name = "派单" }).ClickAsync();
        await Expect(page.GetByText("已派单")).ToBeVisibleAsync();
        await Expect(page.GetByText("没有等您定的")).ToBeVisibleAsync();
        await chief.SeenAsync("dispatch-empty");
    }

    private static async Task PrintedAsync(Phone officer, Guid appeal, string lead, string co)
    {
        var page = officer.Page;
        await page.GotoAsync($"/appeals/{appeal}");
        await page.GetByRole(AriaRole.Link, new() { Name = "任务交办单" }).ClickAsync();
        await officer.SeenAsync("sheet");
        foreach (var words in new[] { $"主办：{lead}", $"协办：{co}", "三天内查处，查证照和油烟净化器" })
        {
            await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        }

        await Expect(page.Locator("article")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("完成时限.*（周.）", System.Text.RegularExpressions.RegexOptions.Singleline));
        await Expect(page.GetByText("签收人").First).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByText("签收人").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" })).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "打印" })).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByRole(AriaRole.Link, new() { Name = "返回" }).ClickAsync();
    }

    private static async Task DisputedAsync(Phone officer)
    {
        var page = officer.Page;
        await page.GetByText("其他处理").ClickAsync();
        await officer.SeenAsync("other-steps");
        await page.GetByRole(AriaRole.Link, new() { Name = "不该我办，提异议" }).ClickAsync();
        await page.GetByText("不是我的职责").ClickAsync();
        await page.GetByLabel("依据和说明").FillAsync("油烟由生态环境负责");
        await officer.SeenAsync("objection");
        await page.GetByRole(AriaRole.Button, new() { Name = "不该我办，提异议" }).ClickAsync();
        await Expect(page.GetByText("异议已提交")).ToBeVisibleAsync();
        await Expect(page.Locator(".orders")).ToContainTextAsync("提了异议，等裁定");
        await officer.SeenAsync("objected");
    }

    private static async Task RuledAsync(Phone centre, string right)
    {
        var page = centre.Page;
        await page.GotoAsync("/dispatch");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "异议：不是我的职责" })).ToBeVisibleAsync();
        await Expect(page.Locator("#detail").GetByText("油烟由生态环境负责")).ToBeVisibleAsync();
        await centre.SeenAsync("dispatch-rule");
        await page.GetByLabel("裁定由谁办").SelectOptionAsync(new SelectOptionValue { Label = right });
        await page.GetByLabel("理由").FillAsync("大气污染防治由生态环境牵头");
        await page.GetByRole(AriaRole.Button, new() { Name = "裁定" }).ClickAsync();
        await Expect(page.GetByText("已裁定")).ToBeVisibleAsync();
    }
}
