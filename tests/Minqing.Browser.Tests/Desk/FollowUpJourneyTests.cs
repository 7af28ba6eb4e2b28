using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Desk;

/// <summary>The county's desk asks those whose matter was closed, and what they say decides.</summary>
[Trait("Spec", "H-22")]
[Trait("Spec", "H-24")]
public sealed class FollowUpJourneyTests
{
    [Journey, OnBothDatabases]
    [Trait("Spec", "H-23")]
    public async Task Not_satisfied_it_goes_back_and_the_second_time_one_level_up(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync();
        await colleagues.CallAsync();
        await colleagues.SolveAsync();
        await using var desk = await SignedInPhone.OfAsync(street, Role.FollowUpDesk, desk: true);

        await AskAsync(desk, "不满意", "还是晃，没有固定好", "desk-first");
        await Expect(desk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"已记下，由{street.Holder(Role.VillageSecretary).UnitName}重新办理");
        await desk.SeenAsync("desk-empty");
        await using var secretary = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        await secretary.Page.GotoAsync("/work");
        await secretary.Page.GetByText("井盖坏了").First.ClickAsync();
        await Expect(secretary.Page.GetByText("第 2 轮：反映人不满意，重新办")).ToBeVisibleAsync();
        await Expect(secretary.Page.GetByText("还是晃，没有固定好")).ToBeVisibleAsync();
        await secretary.SeenAsync("work-again");

        street.Site.Clock.Advance(TimeSpan.FromHours(5));
        await colleagues.SolveAsync();
        await AskAsync(desk, "非常不满意", "又松了", "desk-second");
        await Expect(desk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"已记下，由{street.Holder(Role.TownCentre).UnitName}重新办理");
        await using var town = await SignedInPhone.OfAsync(street, Role.TownCentre);
        await town.Page.GotoAsync("/work");
        await town.Page.GetByText("井盖坏了").First.ClickAsync();
        await Expect(town.Page.GetByText("第 3 轮：再次不满意，重新办")).ToBeVisibleAsync();
        await town.Page.GetByRole(AriaRole.Button, new() { Name = "签收，开始办" }).ClickAsync();
        await Expect(town.Page.GetByRole(AriaRole.Link, new() { Name = "办完了，交结果" })).ToBeVisibleAsync();
        await town.SeenAsync("work-restarted");
    }

    [Journey, OnBothDatabases]
    public async Task Satisfied_it_is_settled_and_nobody_answering_it_is_tried_again(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync();
        await colleagues.CallAsync();
        await colleagues.SolveAsync();
        await using var desk = await SignedInPhone.OfAsync(street, Role.FollowUpDesk, desk: true);
        var page = desk.Page;

        await OpenAsync(desk);
        await page.GetByRole(AriaRole.Button, new() { Name = "记下回访" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/followups/"));
        await page.GetByText("没有打通", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "记下回访" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已记下，稍后再打");
        street.Site.Clock.Advance(TimeSpan.FromHours(3));
        await AskAsync(desk, "满意", "换好了，谢谢", "desk-satisfied");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("已记下，这件事销号了");

        await using var person = await Phone.OnAsync(street.Site);
        await person.Page.GotoAsync(colleagues.FollowPage);
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "这件事办完了" })).ToBeVisibleAsync();
        await Expect(person.Page.GetByText("您的评价：满意")).ToBeVisibleAsync();
        await person.SeenAsync("follow-settled");
    }

    private static async Task AskAsync(Phone desk, string result, string words, string picture)
    {
        var page = desk.Page;
        await OpenAsync(desk);
        await Expect(page.GetByText("您好，这里是")).ToBeVisibleAsync();
        await Expect(page.Locator("input:checked")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "打电话" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "拨打 13800138000" })).ToBeVisibleAsync();
        await page.GetByText("打通了", new() { Exact = true }).ClickAsync();
        await RateAsync(page, "事情办的结果", result);
        await RateAsync(page, "办得快不快", "基本满意");
        await RateAsync(page, "办事人的态度", "满意");
        await page.GetByLabel("反映人的原话").FillAsync(words);
        await desk.SeenAsync(picture);
        await page.GetByRole(AriaRole.Button, new() { Name = "记下回访" }).ClickAsync();
    }

    private static Task RateAsync(IPage page, string what, string rating) =>
        page.GetByRole(AriaRole.Group, new() { Name = what }).GetByRole(AriaRole.Radio, new() { Name = rating, Exact = true }).CheckAsync();

    private static async Task OpenAsync(Phone desk)
    {
        await desk.Page.GotoAsync("/followups");
        await desk.SeenAsync("desk-list");
        await desk.Page.GetByText("井盖坏了").First.ClickAsync();
    }
}
