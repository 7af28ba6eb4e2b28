using Microsoft.Playwright;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.Leader;

/// <summary>The leader's two minutes, and the warnings that climb to them.</summary>
[Trait("Spec", "D-03")]
public sealed class LateJourneyTests
{
    [Journey, OnBothDatabases]
    public async Task What_is_late_who_has_it_and_since_when_is_two_taps_away(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var colleagues = new Colleagues(street);
        await colleagues.ReportAsync("楼下饭店的油烟直接排到院子里，窗户都不敢开。");
        await colleagues.CallAsync();
        await colleagues.DoAsync(Role.VillageSecretary, "signature", new { });
        await colleagues.ReportAsync();
        street.Site.Clock.Advance(TimeSpan.FromDays(4));
        await using var leader = await SignedInPhone.OfAsync(street, Role.CountyPoliticalLegalSecretary);
        var page = leader.Page;

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "我的辖区" })).ToBeVisibleAsync();
        var row = page.Locator("a.row", new() { HasText = "油烟" });
        for (var i = 0; i < 60 && await row.CountAsync() == 0; i++)
        {
            await page.ReloadAsync(); // the clocks fire in their own time after the jump
        }

        await leader.SeenAsync("late");
        await Expect(row).ToContainTextAsync(street.Holder(Role.VillageSecretary).UnitName);
        await Expect(row).ToContainTextAsync("已超");
        await row.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "谁在办" })).ToBeVisibleAsync();
        await Expect(page.Locator(".orders")).ToContainTextAsync("主办");
        await leader.SeenAsync("late-appeal");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "我的辖区" })).ToBeVisibleAsync();
    }

    [Journey, OnBothDatabases]
    [Trait("Spec", "H-02")]
    public async Task Nobody_called_so_the_next_tier_is_asked_and_the_one_above_is_told(Engine engine)
    {
        await using var handset = await RealHandset.StartAsync();
        await using var street = await handset.StreetAsync(engine);
        var colleagues = new Colleagues(street);
        await using var phone = await Phone.OnAsync(street.Site);
        await colleagues.ReportAsync();

        // In the first town nobody is commissioner: the head stands in.
        await ToldAsync(phone, handset.Screen(street.Holder(Role.TownHead).Phone), "还没有人回电，请您接手回电", () => street.Site.Clock.Advance(TimeSpan.FromMinutes(31)));
        await ToldAsync(phone, handset.Screen(street.Holder(Role.CountyLeaderInCharge).Phone), "首次回电超期仍未完成", () => street.Site.Clock.Advance(TimeSpan.FromDays(3)));

        await phone.Page.GotoAsync(colleagues.FollowPage);
        await Expect(phone.Page.GetByText("到时间没有人给您打电话，已经告诉上一级").First).ToBeVisibleAsync();
        await phone.SeenAsync("follow-late");
    }

    [Journey, OnBothDatabases]
    public async Task What_is_not_done_in_time_climbs_tier_by_tier(Engine engine)
    {
        await using var handset = await RealHandset.StartAsync();
        await using var street = await handset.StreetAsync(engine);
        var colleagues = new Colleagues(street);
        await using var phone = await Phone.OnAsync(street.Site);
        await colleagues.ReportAsync();
        await colleagues.CallAsync();
        await colleagues.DoAsync(Role.VillageSecretary, "signature", new { });

        // Reported on Monday at nine: due at the end of Thursday; four working hours later it is Friday afternoon, two working days later Monday night.
        await ToldAsync(phone, handset.Screen(street.Holder(Role.TownHead).Phone), "办理超期仍未完成", () => street.Site.Clock.Advance(TimeSpan.FromDays(4.5)));
        await ToldAsync(phone, handset.Screen(street.Holder(Role.CountyLeaderInCharge).Phone), "办理超期仍未完成", () => street.Site.Clock.Advance(TimeSpan.FromDays(4)));
    }

    private static async Task ToldAsync(Phone phone, string screen, string words, Action passes)
    {
        await phone.Page.GotoAsync(screen);
        await Expect(phone.Page.GetByText("这个号码还没有收到短信")).ToBeVisibleAsync();
        passes();
        await Expect(phone.Page.GetByText(words).First).ToBeVisibleAsync();
    }
}
