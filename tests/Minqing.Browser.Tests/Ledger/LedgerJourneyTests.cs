using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Ledger;

/// <summary>The ledger on a phone and on a desk.</summary>
[Trait("Spec", "H-32")]
public sealed class LedgerJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task An_operator_finds_what_was_reported_by_a_few_words_and_conditions(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync("楼下饭店的油烟直接排到院子里，窗户都不敢开。");
        await colleagues.ReportAsync();
        await using var centre = await SignedInPhone.OfAsync(street, Role.CountyCentre);
        var page = centre.Page;

        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "台账" }).First.ClickAsync();
        await Expect(page.Locator("a.row")).ToHaveCountAsync(2);
        await centre.SeenAsync("ledger");
        await page.GetByText("更多条件").ClickAsync();
        await page.GetByLabel("承办单位").FillAsync(street.Holder(Role.VillageSecretary).UnitName);
        await centre.SeenAsync("ledger-conditions");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("油烟");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();

        await Expect(page.Locator("a.row")).ToHaveCountAsync(1);
        await Expect(page.Locator("a.row")).ToContainTextAsync("油烟");
        await page.GetByRole(AriaRole.Link, new() { Name = "退回过" }).ClickAsync();
        await Expect(page.GetByText("没有符合条件的")).ToBeVisibleAsync();
        await centre.SeenAsync("ledger-none");
    }
}
