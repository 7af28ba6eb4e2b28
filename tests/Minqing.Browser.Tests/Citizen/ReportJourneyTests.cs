using Microsoft.Playwright;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Citizen;

/// <summary>A person scans the code, writes, photographs, speaks, sends and follows.</summary>
public sealed class ReportJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "I-10")]
    [Trait("Spec", "I-11")]
    [Trait("Spec", "I-13")]
    [Trait("Spec", "I-14")]
    public async Task Words_photo_and_voice_are_sent_and_seen_on_the_follow_page(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await Phone.OnAsync(street.Site);
        var page = phone.Page;

        await WriteAsync(page, street.Page);
        await page.GetByRole(AriaRole.Button, new() { Name = "说给我们听" }).ClickAsync();
        await page.GetByText("说完了，停 0:01").ClickAsync();
        await page.Locator(".voice").WaitForAsync();
        await phone.SeenAsync("report");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync();
        await phone.SeenAsync("receipt");
        await page.GetByRole(AriaRole.Link, new() { Name = "看办到哪一步" }).ClickAsync();
        await Expect(page.GetByText("井盖坏了，差点绊倒人")).ToBeVisibleAsync();
        var photo = page.GetByAltText("您发来的第 1 张照片");
        await photo.ScrollIntoViewIfNeededAsync();
        await Expect(photo).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await photo.EvaluateAsync<int>("i => i.naturalWidth") > 0);
        await Expect(page.Locator("audio")).ToHaveCountAsync(1);
        Assert.Empty(phone.Complaints);
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "I-11")]
    public async Task What_the_words_speak_of_is_said_as_one_types_until_one_chooses(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await Phone.OnAsync(street.Site);
        var page = phone.Page;
        await page.GotoAsync(street.Page);

        await page.GetByLabel("什么事").FillAsync("小区门口的路灯坏了");
        await Expect(page.GetByText("看着像是“道路交通设施”方面的事（说到 路灯）")).ToBeVisibleAsync();
        await phone.SeenAsync("report-suggested");
        await page.Locator("summary", new() { HasText = "再补充一些" }).ClickAsync();
        await page.GetByLabel("是哪方面的事").SelectOptionAsync("A2");

        await Expect(page.GetByText("看着像是")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("是哪方面的事")).ToHaveValueAsync("A2");
        Assert.Empty(phone.Complaints);
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task What_is_written_without_network_is_kept_and_goes_out_by_itself(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var phone = await Phone.OnAsync(street.Site);
        var page = phone.Page;
        await WriteAsync(page, street.Page);
        await phone.KeepsAsync(street.Page);

        await phone.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.GetByText("一有网络就自动发出")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("井盖坏了，差点绊倒人");
        await Expect(page.Locator(".shot")).ToHaveCountAsync(1);
        await phone.Context.SetOfflineAsync(false);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync();
        await page.GotoAsync(street.Page);
        await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("");
    }

    [Fact(Timeout = JourneyAttribute.Limit)]
    [Trait("Spec", "I-12")]
    public async Task An_upload_goes_on_where_the_line_was_lost()
    {
        await using var street = await Street.OnAsync(Engine.Sqlite);
        await using var phone = await Phone.OnAsync(street.Site);
        var page = phone.Page;
        var pieces = new List<string>();
        await page.RouteAsync("**/api/v1/media/*?offset=*", async route =>
        {
            pieces.Add(route.Request.Url.Split('=')[^1]);
            // The line breaks after the first 20,000 bytes.
            if (pieces.Count > 1)
                await route.ContinueAsync();
            else
                await HalfAsync(street, route);
        });

        await WriteAsync(page, street.Page);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Equal(["0", "20000"], pieces);
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "I-10")]
    public async Task Without_scripts_the_same_form_is_sent_with_its_photo_and_a_mistake_loses_nothing(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await using var camera = await Phone.OnAsync(street.Site);
        await using var phone = await Phone.OnAsync(street.Site, scripts: false);
        var page = phone.Page;

        await page.GotoAsync(street.Page);
        await page.GetByLabel("什么事").FillAsync("井盖坏了，差点绊倒人");
        await page.GetByLabel("您的手机号").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("什么事")).ToHaveValueAsync("井盖坏了，差点绊倒人");
        await page.GetByLabel("您的手机号").FillAsync("13800138000");
        await page.Locator("[name=Photos]").SetInputFilesAsync(await Photo.TakeAsync(camera.Page, 400, 300));
        await page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "看办到哪一步" }).ClickAsync();

        await Expect(page.GetByAltText("您发来的第 1 张照片")).ToBeAttachedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "催一催" }).ClickAsync();
        await Expect(page.GetByText("您催了一次")).ToBeVisibleAsync();
    }

    [Fact(Timeout = JourneyAttribute.Limit)]
    [Trait("Spec", "I-16")]
    public async Task Everyone_can_use_the_pages()
    {
        await using var street = await Street.OnAsync(Engine.Sqlite);
        foreach (var dark in new[] { false, true })
        {
            await using var phone = await Phone.OnAsync(street.Site, dark: dark);
            foreach (var address in new[] { street.Page, $"{street.Page}?elder=1", "/f", "/f?elder=0" })
            {
                await phone.Page.GotoAsync(address);
                Assert.Empty(await phone.BarriersAsync());
            }
        }
    }

    private static async Task WriteAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByLabel("什么事").FillAsync("井盖坏了，差点绊倒人");
        await page.GetByLabel("您的手机号").FillAsync("13800138000");
        await page.Locator("[name=Photos]").SetInputFilesAsync(await Photo.TakeAsync(page));
        await page.Locator(".shot").WaitForAsync();
    }

    private static async Task HalfAsync(Street street, IRoute route)
    {
        using var part = new ByteArrayContent(route.Request.PostDataBuffer![..20_000]);
        (await street.Site.Http.PutAsync(route.Request.Url, part)).EnsureSuccessStatusCode();
        await route.AbortAsync();
    }
}
