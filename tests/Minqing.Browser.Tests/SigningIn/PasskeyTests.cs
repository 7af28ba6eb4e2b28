using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Minqing.App.People.SigningIn;
using Minqing.Domain.People;
using Minqing.Testing;
using Minqing.Testing.Web;
using static Microsoft.Playwright.Assertions;

namespace Minqing.Browser.Tests.SigningIn;

/// <summary>Signing in on a phone that has a fingerprint reader (P-10).</summary>
[Trait("Spec", "P-10")]
public sealed class PasskeyTests
{
    private const string Name = "620402001201-village-secretary";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Journey, OnBothDatabases]
    public async Task A_passkey_added_after_the_first_sign_in_opens_the_second(Engine engine)
    {
        await using var site = await TestSite.OnAsync(
            engine, settings => settings with { PublicUrl = new("http://localhost") }, builder => builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1));
        var account = await AccountAsync(site);
        await using var phone = await Phone.OnAsync(site);
        var page = phone.Page;
        await ReaderAsync(phone);
        // the browser gives passkeys to names, not to bare addresses
        var root = $"http://localhost:{site.Address.Port}";

        await page.GotoAsync($"{root}/me");
        Assert.Empty(await phone.BarriersAsync());
        await page.GetByLabel("账号").FillAsync(Name);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync(account.Password);
        await page.GetByLabel("验证码").FillAsync(OneTimeCode.At(Base32.Read(account.CodeSecret)!, OneTimeCode.Step(site.Clock.GetUtcNow().UtcDateTime)));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "给这部设备加一个" }).ClickAsync();
        await Expect(page.Locator("[data-passkey-row]")).ToHaveCountAsync(1);
        Assert.Empty(await phone.BarriersAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await page.GotoAsync($"{root}/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "通行密钥登录" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "王秀兰" })).ToBeVisibleAsync();
        Assert.Empty(phone.Complaints);
    }

    private static async Task<NewAccount> AccountAsync(TestSite site)
    {
        var person = new Person(new(Guid.CreateVersion7()), "D1", "王秀兰", "13800138000");
        await using var db = site.Test.NewDb();
        db.Persons.Add(person);
        await db.SaveChangesAsync(Ct);
        return await site.AccountAsync(person.Id, Name);
    }

    private static async Task ReaderAsync(Phone phone)
    {
        var devices = await phone.Context.NewCDPSessionAsync(phone.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
