using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>What is turned away, and the list of what is none.</summary>
public sealed class InvalidLookTests
{
    [Fact(Timeout = JourneyAttribute.Limit)]
    [Trait("Spec", "I-31")]
    public async Task Each_way_says_what_the_reporter_will_read()
    {
        await using var street = await Street.OnAsync(Engine.Sqlite);
        await using var person = await Phone.OnAsync(street.Site);
        await person.Page.GotoAsync(street.Page);
        await person.Page.GetByLabel("什么事").FillAsync("我和邻居合伙做生意，他欠我的钱不还。");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "收到了，谢谢您" })).ToBeVisibleAsync();
        await using var db = street.Site.Test.NewDb();

        await using var centre = await SignedInPhone.OfAsync(street, Role.CountyCentre);
        await centre.Page.GotoAsync($"/appeals/{db.Appeals.Single().Id.Value}/decline");
        await Expect(centre.Page.GetByText("请向物业、企业或者有关单位提出")).ToBeVisibleAsync();
        await centre.SeenAsync("decline");
        await centre.Page.GetByLabel("涉及秘密或他人隐私").CheckAsync();
        await centre.Page.GetByLabel("国家秘密", new() { Exact = true }).CheckAsync();
        await centre.Page.Locator(".step-bar button").ClickAsync();
        await Expect(centre.Page.GetByText("这一项还没有填").First).ToBeVisibleAsync();
        await centre.SeenAsync("secret-without-reason");
        await centre.Page.GetByLabel("为什么涉密").FillAsync("合同里有涉密工程的编号");
        await centre.Page.Locator(".step-bar button").ClickAsync();
        await Expect(centre.Page.GetByText("申请清除，等另一个人同意").First).ToBeVisibleAsync();
        await centre.SeenAsync("secret-asked");
        await using var second = await SignedInPhone.OfAsync(street, Role.CityCentre);
        await second.Page.GotoAsync("/dispatch?work=purge");
        await second.SeenAsync("secret-desk");
        await second.Page.GotoAsync($"/appeals/{db.Appeals.Single().Id.Value}/agree-purge");
        await second.Page.GetByLabel("我看过了").CheckAsync();
        await second.SeenAsync("secret-agree");
        await second.Page.Locator(".step-bar button").ClickAsync();
        await Expect(second.Page.GetByText("已经清除").First).ToBeVisibleAsync();
        await second.SeenAsync("secret-gone");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "看办到哪一步" }).ClickAsync();
        await Expect(person.Page.GetByText("您发来的内容已经清除")).ToBeVisibleAsync();
        await person.SeenAsync("secret-follow");
        await centre.Page.GotoAsync("/invalid");
        await Expect(centre.Page.GetByText("没有无效件")).ToBeVisibleAsync();
        await centre.SeenAsync("invalid-empty");
    }
}
