using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Admin;

/// <summary>An administrator finds a vacancy, appoints somebody, makes a code, looks over the rest. On a phone and at a desk.</summary>
public sealed class AdminJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "O-04")]
    [Trait("Spec", "O-05")]
    [Trait("Spec", "P-24")]
    public async Task From_the_vacancy_to_the_appointment(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await SignedInPhone.OfAsync(street, Role.Administrator);
        var (page, village) = (phone.Page, street.Codes[0].RegionCode[..12]);

        await page.GotoAsync("/admin");
        await phone.SeenAsync("admin-overview");
        await page.GotoAsync("/admin/posts?vacant=true");
        await phone.SeenAsync("admin-posts");
        await page.Locator("a.row").First.ClickAsync();
        await page.GetByLabel("工号").FillAsync("没有");
        await page.GetByRole(AriaRole.Button, new() { Name = "任命" }).ClickAsync();
        await Expect(page.Locator("#Number-error")).ToBeVisibleAsync();
        await phone.SeenAsync("admin-post-slip");
        await page.GetByLabel("工号").FillAsync("D00001");
        await page.GetByRole(AriaRole.Button, new() { Name = "任命" }).ClickAsync();
        await Expect(page.GetByText("已任命")).ToBeVisibleAsync();
        await page.GetByText("免去").First.ClickAsync();
        await phone.SeenAsync("admin-post");
        await page.GotoAsync($"/admin/codes?region={village}");
        await page.GetByLabel("贴在哪里").FillAsync("居委会门口");
        await page.GetByRole(AriaRole.Button, new() { Name = "做一个新码" }).ClickAsync();
        await Expect(page.GetByText("请打印后贴上")).ToBeVisibleAsync();
        await page.GetByText("换码或停用").First.ClickAsync();
        await phone.SeenAsync("admin-codes");
        foreach (var (name, address) in new[]
        {
            ("regions", "/admin/regions?below=620402000000"),
            ("region", $"/admin/regions/{village}"),
            ("units", "/admin/units"),
            ("people", "/admin/people"),
            ("files", "/admin/files"),
            ("rules", "/admin/rules"),
            ("letters", "/admin/letters"),
            ("vacancies", "/admin/vacancies"),
        })
        {
            await page.GotoAsync(address);
            await phone.SeenAsync($"admin-{name}");
        }
    }
}
