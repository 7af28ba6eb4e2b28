using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Cities;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Cities;

/// <summary>白银: the cypress is late; the county secretary writes on it from the phone, the bureau answers.</summary>
public sealed class BaiyinJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "S-02")]
    public async Task A_late_cypress_is_instructed_on_and_answered(Engine engine)
    {
        await using var days = await CityDays.OnAsync("baiyin", engine, "2026-03-06 10:00", "纺织路街道");
        var it = await CityCase.ReportAsync(days, "银湖社区", "A1", "小区门口国道109上的柏树挡住视线，出门差点被撞", "13900000012", address: "国道109小区大门");
        var (secretary, county, garden) = (days.City.Of(Role.VillageSecretary, "银湖社区"), days.City.Of(Role.CountyCentre), days.Officer("白银市园林绿化局"));
        await it.DoAsync(secretary, "calls", new { outcome = "reached", said = "绿化带归市里管" });
        await it.DoAsync(secretary, "signature");
        await it.DoAsync(secretary, "raisings", new { reason = "国道绿化带不归社区", tried = "到现场看过", level = 3 });
        await it.DoAsync(county, "acceptance");
        await it.DoAsync(county, "steps/transfer", new { unit = garden.Unit.Value, reason = "国道两侧绿化归市园林" });
        await days.UntilAsync("2026-03-30 09:00");

        await using var leader = await days.PhoneOfAsync(days.City.Of(Role.CountyHead, "白银区"));
        var page = leader.Page;
        await page.GotoAsync("/watch");
        await Expect(page.GetByText("国道109小区大门").First).ToBeVisibleAsync();
        await leader.SeenAsync("baiyin-watch");
        await page.GetByRole(AriaRole.Link, new() { Name = "批示", Exact = true }).ClickAsync();
        await page.GetByLabel("批示内容").FillAsync("关系出行安全，立即修剪，并排查国道沿线");
        await leader.SeenAsync("baiyin-instruct");
        await leader.SendAsync();
        await Expect(page.GetByText("批示已发出，对方会收到短信")).ToBeVisibleAsync();
        await days.WorkAsync();

        await using var bureau = await days.PhoneOfAsync(garden);
        await bureau.Page.GotoAsync("/notices");
        await bureau.SeenAsync("baiyin-notices");
        await bureau.Page.GetByText("领导批示").First.ClickAsync();
        await bureau.Page.GetByText("关系出行安全").First.ClickAsync();
        await bureau.Page.GetByLabel("办得怎么样").FillAsync("4 月 1 日修剪完毕，沿线已排查");
        await bureau.SeenAsync("baiyin-instruction");
        await bureau.Page.GetByRole(AriaRole.Button, new() { Name = "交答复" }).ClickAsync();
        await Expect(bureau.Page.GetByText("答复已交，等领导审阅")).ToBeVisibleAsync();

        await page.GotoAsync("/instructions?which=given");
        await page.GetByText("关系出行安全").First.ClickAsync();
        await leader.SeenAsync("baiyin-answer");
        await page.GetByRole(AriaRole.Button, new() { Name = "同意，办结" }).ClickAsync();
        await Expect(page.GetByText("已办结").First).ToBeVisibleAsync();
    }
}
