using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Oversight;

/// <summary>A key matter from its opening on an appeal's page to its striking off.</summary>
public sealed class KeyMatterJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "S-05")]
    public async Task It_is_opened_with_a_measure_answered_submitted_and_struck_off_by_another(Engine engine)
    {
        await using var it = await Neighbourhood.OnAsync(engine, "楼下烧烤店每天晚上油烟直排，窗户不敢开，投诉过三次都没改。", "A3");
        var unit = it.City.Department("city-management");
        await it.DoAsync(it.Chief, "steps/assign", new { unit = unit.Unit.Value });
        await using var deputies = await it.PhoneAsync(it.City.Of(Role.DeputyCommittee), desk: true);
        await using var officer = await it.PhoneAsync(unit);

        await OpenedAsync(deputies, it, unit.UnitName, unit.Name);
        await AnsweredAsync(officer, deputies.Page.Url);
        await AcceptedAsync(deputies);
        await SubmittedAsync(officer);
        await StruckOffAsync(deputies);
    }

    private static async Task OpenedAsync(Phone keeper, Neighbourhood it, string unit, string officer)
    {
        var page = keeper.Page;
        await page.GotoAsync($"/appeals/{it.Appeal}");
        await page.GetByText("督办这件事").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "列为重点督办" }).ClickAsync();
        await Expect(page.GetByLabel("哪些件")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[0-9]{8}-[0-9A-Z]{6}-[0-9A-Z]$"));
        await keeper.SeenAsync("docket-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "列为重点督办" }).ClickAsync();
        await Expect(page.Locator(".errors")).ToBeVisibleAsync();
        await page.GetByLabel("叫什么").FillAsync("烧烤油烟");
        await page.GetByLabel("为什么重点督办").FillAsync("多人反映，屡禁不止");
        await page.GetByLabel("由哪个岗位负责").SelectOptionAsync(new SelectOptionValue { Label = (await page.GetByLabel("由哪个岗位负责").Locator("option").AllInnerTextsAsync()).First(o => o.StartsWith(unit, StringComparison.Ordinal) && o.EndsWith(officer, StringComparison.Ordinal)) });
        await page.GetByLabel("到哪天").FillAsync(it.Day(18));
        await page.GetByRole(AriaRole.Button, new() { Name = "列为重点督办" }).ClickAsync();
        await Expect(page.GetByText("已经登记")).ToBeVisibleAsync();

        await page.GetByText("加一项措施").First.ClickAsync();
        var measure = page.Locator("details[open]");
        await measure.GetByLabel("哪个单位").SelectOptionAsync(new SelectOptionValue { Label = unit });
        await measure.GetByLabel("做什么、答什么").FillAsync("查油烟净化器，夜间巡查一周");
        await measure.GetByLabel("到哪天").FillAsync(it.Day(4));
        await measure.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByText("已经记下")).ToBeVisibleAsync();
        await keeper.SeenAsync("docket-open");
    }

    private static async Task AnsweredAsync(Phone officer, string docket)
    {
        var page = officer.Page;
        await page.GotoAsync("/oversight?mine=true");
        await officer.SeenAsync("dockets-mine");
        await page.Locator("a.row", new() { HasText = "烧烤油烟" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(docket);
        await DoAsync(page, "答复", ("哪一项", "查油烟净化器，夜间巡查一周"), ("做了什么、怎么答复", "净化器装好了，巡查七晚没有再直排。"));
        await officer.SeenAsync("docket-answered");
    }

    private static async Task AcceptedAsync(Phone keeper)
    {
        await keeper.Page.ReloadAsync();
        await DoAsync(keeper.Page, "认可答复", ("哪一项", "查油烟净化器，夜间巡查一周"));
        await Expect(keeper.Page.Locator("li .row").First).ToContainTextAsync("认可");
    }

    private static async Task SubmittedAsync(Phone officer)
    {
        var page = officer.Page;
        await page.ReloadAsync();
        await page.Locator("details.step", new() { HasText = "申请销号" }).Locator("summary").ClickAsync();
        await page.GetByLabel("证明照片").SetInputFilesAsync(await Photo.TakeAsync(page, 400, 300));
        await officer.SeenAsync("docket-submitting");
        await DoAsync(page, "申请销号", ("办成什么样了，有什么证明", "附近住户说没有油烟了。"));
        await Expect(page.Locator(".badge.strong")).ToHaveTextAsync("申请销号");
    }

    private static async Task StruckOffAsync(Phone keeper)
    {
        var page = keeper.Page;
        await page.ReloadAsync();
        var photo = page.Locator(".shots img");
        await photo.ScrollIntoViewIfNeededAsync();
        Assert.True(await photo.EvaluateAsync<bool>("async i => { await i.decode(); return i.naturalWidth > 0; }"));
        await keeper.SeenAsync("docket-submitted");
        await DoAsync(page, "核实，销号", ("核实了什么", "上门问了三户，都说好了。"));
        await Expect(page.Locator(".badge.strong")).ToHaveTextAsync("已销号");
        await keeper.SeenAsync("docket-struck-off");
        await page.GotoAsync("/oversight?over=true");
        await Expect(page.Locator("a.row", new() { HasText = "烧烤油烟" })).ToBeVisibleAsync();
    }

    /// <summary>Opens a step's form, fills it and sends it.</summary>
    private static async Task DoAsync(IPage page, string step, params (string Label, string Value)[] fields)
    {
        var form = page.Locator("details.step", new() { Has = page.Locator("summary", new() { HasText = step }) }).First;
        if (await form.GetAttributeAsync("open") is null)
        {
            await form.Locator("summary").ClickAsync();
        }

        foreach (var (label, value) in fields)
        {
            var field = form.GetByLabel(label);
            await (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT" ? (Task)field.SelectOptionAsync(new SelectOptionValue { Label = value }) : field.FillAsync(value));
        }

        await form.Locator("button").ClickAsync();
        await Expect(page.GetByText("已经记下")).ToBeVisibleAsync();
    }
}
