using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>A county's centre records a drive and a training, sees the year's sums, takes one back, and begins a case. On a phone and at a desk.</summary>
[Trait("Spec", "S-09")]
public sealed class PublicityJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task From_the_first_drive_to_the_years_sums(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await SignedInPhone.OfAsync(street, Role.CountyCentre);
        var page = phone.Page;

        await page.GotoAsync("/publicity");
        await phone.SeenAsync("publicity-none");
        await page.GetByRole(AriaRole.Link, new() { Name = "记一次宣传" }).ClickAsync();
        await page.GetByLabel("做了什么").FillAsync("逐户张贴，讲怎么用");
        await page.GetByLabel("张贴二维码").FillAsync("40 个");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await Expect(page.Locator(".field.wrong").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("做了什么")).ToHaveValueAsync("逐户张贴，讲怎么用");
        await page.GetByLabel("主题").FillAsync("码上反映进村");
        await page.GetByLabel("张贴二维码").FillAsync("40");
        await page.Locator("[name='Form.Villages']").First.CheckAsync(); // of a single town they stand open
        await phone.SeenAsync("publicity-drive");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await Expect(page.GetByText("已记下")).ToBeVisibleAsync();
        await page.GotoAsync("/publicity/new/training");
        await page.GetByLabel("主题").FillAsync("接诉即办");
        await page.GetByLabel("做了什么").FillAsync("村干部全员培训");
        await page.GetByLabel("参加人数").FillAsync("12");
        await phone.SeenAsync("publicity-training");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await Expect(page.Locator("section[data-publicity]")).ToHaveCountAsync(2);
        await Expect(page.GetByText("到了：")).ToBeVisibleAsync();
        await phone.SeenAsync("publicity-list");
        await page.GetByText("记错了，撤回").First.ClickAsync();
        await page.GetByLabel("为什么撤回").First.FillAsync("记重了");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤回", Exact = true }).First.ClickAsync();
        await Expect(page.GetByText("已撤回").First).ToBeVisibleAsync();
        await Expect(page.Locator("section[data-publicity]")).ToHaveCountAsync(1);
        await page.GotoAsync("/publicity/new/typical-case");
        await page.GetByLabel("反映编号").FillAsync("没有这个");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(page.Locator("#About-error")).ToBeVisibleAsync();
        await phone.SeenAsync("publicity-case");
    }
}
