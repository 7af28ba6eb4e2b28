using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Staff;

/// <summary>Two people at once, a mistake, a reload: what was typed is still there.</summary>
[Trait("Spec", "H-31")]
public sealed class NothingTypedIsLostTests
{
    [Journey, OnBothDatabases]
    public async Task The_second_of_two_reads_who_did_what_and_their_words_stay(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync();
        await using var secretary = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        await using var police = await SignedInPhone.OfAsync(street, Role.VillagePolice);
        foreach (var phone in new[] { secretary, police })
            await phone.Page.GotoAsync($"/appeals/{colleagues.Appeal}/message");
        await secretary.Page.GetByLabel("写给反映人").FillAsync("您好，工人已经在路上");
        await SendAsync(police, "我是社区民警，下午到");
        await Expect(police.Page.GetByText("已留言，反映人看得到")).ToBeVisibleAsync();

        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "给反映人留言" }).ClickAsync();
        await Expect(secretary.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("社区民警在");
        await Expect(secretary.Page.GetByLabel("写给反映人")).ToHaveValueAsync("您好，工人已经在路上");
        await secretary.SeenAsync("changed");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "给反映人留言" }).ClickAsync();

        await Expect(secretary.Page.GetByText("已留言，反映人看得到")).ToBeVisibleAsync();
        await using var person = await Phone.OnAsync(street.Site);
        await person.Page.GotoAsync(colleagues.FollowPage);
        await Expect(person.Page.GetByText("我是社区民警，下午到")).ToBeVisibleAsync();
        await Expect(person.Page.GetByText("您好，工人已经在路上")).ToBeVisibleAsync();
        await person.SeenAsync("follow-messages");
    }

    [Journey, OnBothDatabases]
    public async Task After_a_mistake_and_after_a_reload_the_form_is_as_it_was(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync();
        await colleagues.CallAsync();
        await colleagues.DoAsync(Role.VillageSecretary, "signature", new { });
        await using var secretary = await SignedInPhone.OfAsync(street, Role.VillageSecretary);
        var page = secretary.Page;

        await page.GotoAsync($"/appeals/{colleagues.Appeal}/finish");
        await page.GetByRole(AriaRole.Radio, new() { Name = "说明白了" }).CheckAsync();
        await page.GetByLabel("给反映人的答复").FillAsync("已经和物业说好，明天来换");
        await page.GetByRole(AriaRole.Button, new() { Name = "办完了，交结果" }).ClickAsync();
        await Expect(page.Locator("#measures-error")).ToBeVisibleAsync();
        await StillThereAsync(page);
        await secretary.SeenAsync("finish-wrong");
        await page.GotoAsync($"/appeals/{colleagues.Appeal}/finish");
        await StillThereAsync(page);
    }

    private static async Task StillThereAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "说明白了" })).ToBeCheckedAsync();
        await Expect(page.GetByLabel("给反映人的答复")).ToHaveValueAsync("已经和物业说好，明天来换");
    }

    private static async Task SendAsync(Phone phone, string words)
    {
        await phone.Page.GetByLabel("写给反映人").FillAsync(words);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "给反映人留言" }).ClickAsync();
    }
}
