using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>A secretary puts a colleague on the night roster, sees the night that nobody has, and takes a shift off again. On a phone and at a desk.</summary>
[Trait("Spec", "O-06")]
public sealed class RosterJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task Two_nights_with_one_between_that_nobody_has(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        var page = phone.Page;

        await page.GotoAsync("/duty");
        await page.GetByRole(AriaRole.Link, new() { Name = "值班表" }).ClickAsync();
        await phone.SeenAsync("roster-none");
        await page.GetByText("排一班").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "排班" }).First.ClickAsync();
        await Expect(page.Locator("#Person-error").First).ToBeVisibleAsync();
        await ShiftAsync(page, "2026-03-02T18:00", "2026-03-03T08:00");
        await Expect(page.GetByText("已排班")).ToBeVisibleAsync();
        await page.GetByText("排一班").First.ClickAsync();
        await ShiftAsync(page, "2026-03-02T20:00", "2026-03-03T08:00");
        await Expect(page.Locator("#From-error").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("从", new() { Exact = true }).First).ToHaveValueAsync("2026-03-02T20:00");
        await ShiftAsync(page, "2026-03-04T18:00", "2026-03-05T08:00");
        await Expect(page.GetByText("夜里没有人值班")).ToBeVisibleAsync();
        await phone.SeenAsync("roster-gap");
        await page.GetByRole(AriaRole.Button, new() { Name = "取消这一班" }).Last.ClickAsync();
        await Expect(page.GetByText("已取消这一班")).ToBeVisibleAsync();
        await Expect(page.GetByText("夜里没有人值班")).ToHaveCountAsync(0);
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "S-08")]
    public async Task A_veto_asks_for_what_it_needs_and_the_years_list_says_who_is_barred(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await SignedInPhone.OfAsync(street, Role.CityPoliticalLegalSecretary);

        await phone.Page.GotoAsync("/oversight/vetoes");
        await Expect(phone.Page.GetByText("没有被否决的单位")).ToBeVisibleAsync();
        await phone.SeenAsync("roster-vetoes");
        await phone.Page.GotoAsync("/oversight/new/veto");
        await Expect(phone.Page.GetByText("造成群体性上访", new() { Exact = true })).ToHaveCountAsync(1);
        await phone.SeenAsync("roster-veto");
    }

    private static async Task ShiftAsync(IPage page, string from, string until)
    {
        await page.GetByLabel("谁值班").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("从", new() { Exact = true }).First.FillAsync(from);
        await page.GetByLabel("到", new() { Exact = true }).First.FillAsync(until);
        await page.GetByRole(AriaRole.Button, new() { Name = "排班" }).First.ClickAsync();
    }
}
