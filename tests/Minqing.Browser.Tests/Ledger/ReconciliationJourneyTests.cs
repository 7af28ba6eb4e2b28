using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Ledger;

/// <summary>A filter kept and a week reconciled, on a phone and on a desk.</summary>
[Trait("Spec", "H-32")]
public sealed class ReconciliationJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task A_secretary_confirms_the_weeks_list_with_an_objection_and_the_centre_sees_it(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync("楼下饭店的油烟直接排到院子里，窗户都不敢开。");
        await colleagues.ReportAsync();
        street.Site.Clock.Advance(TimeSpan.FromDays(4.5)); // from Monday to Friday night
        await using var secretary = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        var page = secretary.Page;

        await page.GotoAsync("/work");
        var call = page.GetByRole(AriaRole.Link, new() { Name = "周对账" });
        for (var i = 0; i < 60 && await call.CountAsync() == 0; i++)
        {
            await page.ReloadAsync(); // the schedule runs in its own time after the jump
        }

        await secretary.SeenAsync("reconciliation-waits");
        await call.First.ClickAsync();
        await page.GetByText("有异议").First.ClickAsync();
        await page.GetByLabel("哪里不对").First.FillAsync("周三已经转给市场监管局了");
        await secretary.SeenAsync("reconciliation-list");
        await page.GetByRole(AriaRole.Button, new() { Name = "核对完毕，确认" }).ClickAsync();
        await Expect(page.GetByText("1 件有异议").First).ToBeVisibleAsync();

        await using var centre = await SignedInPhone.OfAsync(street, Role.CountyCentre);
        await centre.Page.GotoAsync("/reconciliations?state=differs");
        await Expect(centre.Page.Locator("a.row")).ToHaveCountAsync(1);
        await centre.Page.GetByText("导出这个清单").ClickAsync();
        await centre.SeenAsync("reconciliations");
        var file = await centre.Page.RunAndWaitForDownloadAsync(() => centre.Page.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        await centre.Page.Locator("a.row").ClickAsync();
        await Expect(centre.Page.GetByText("周三已经转给市场监管局了")).ToBeVisibleAsync();
        await centre.Page.GetByLabel("异议成立，这件不再计入").CheckAsync();
        await centre.Page.GetByLabel("理由").FillAsync("转办单上有");
        await centre.SeenAsync("reconciliation-read");
        await centre.Page.GetByRole(AriaRole.Button, new() { Name = "裁定异议" }).ClickAsync();
        await Expect(centre.Page.GetByText("异议成立，不再计入")).ToBeVisibleAsync();
        await Expect(centre.Page.GetByText("转办单上有")).ToBeVisibleAsync();
        await centre.SeenAsync("reconciliation-ruled");
    }

    [Journey, OnBothDatabases]
    public async Task An_operator_keeps_a_filter_comes_back_to_it_and_takes_the_ledger_away_as_a_file(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await new Colleagues(street).ReportAsync();
        await using var centre = await SignedInPhone.OfAsync(street, Role.CountyCentre);
        var page = centre.Page;

        await page.GotoAsync("/ledger?stage=handling");
        await page.GetByText("存下这些条件").ClickAsync();
        await page.GetByLabel("名字").FillAsync("正在办的");
        await centre.SeenAsync("filter-keep");
        await page.GetByRole(AriaRole.Button, new() { Name = "存下" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "正在办的" })).ToBeVisibleAsync();
        await page.GetByText("导出民情台账").ClickAsync();
        await centre.SeenAsync("ledger-export");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "管理", Exact = true }).First.ClickAsync();
        await Expect(page.GetByText("正在办的")).ToBeVisibleAsync();
        await centre.SeenAsync("filters");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(page.GetByText("还没有存下条件")).ToBeVisibleAsync();
    }
}
