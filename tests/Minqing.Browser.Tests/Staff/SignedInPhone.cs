using Microsoft.Extensions.DependencyInjection;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Browser.Tests.Staff;

/// <summary>The phone of whoever holds a post over the place behind the code, signed in already.</summary>
internal static class SignedInPhone
{
    public static Task<Phone> OfAsync(Street street, Role role, bool scripts = true, bool desk = false) => OfAsync(street.Site, street.Holder(role), scripts, desk);

    public static async Task<Phone> OfAsync(TestSite site, DemoOfficial official, bool scripts = true, bool desk = false)
    {
        var token = await SessionAsync(site, official);
        var phone = await Phone.OnAsync(site, scripts, desk: desk);
        await phone.Context.AddCookiesAsync([new() { Name = "minqing-session", Value = token, Url = site.Address.ToString() }]);
        return phone;
    }

    private static async Task<string> SessionAsync(TestSite site, DemoOfficial official)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var (name, token, now) = (Guid.NewGuid().ToString("N"), SessionToken.New(), site.Clock.GetUtcNow().UtcDateTime);
        var account = new Account { Id = Guid.CreateVersion7(), Person = official.Person, UserName = name, NormalizedUserName = name.ToUpperInvariant(), SecurityStamp = "stamp" };
        db.Users.Add(account);
        db.Sessions.Add(new()
        {
            Id = Guid.CreateVersion7(),
            Account = account.Id,
            Person = official.Person,
            TokenHash = SessionToken.Hash(token)!,
            Stamp = "stamp",
            Means = SignInMeans.PasswordAndCode,
            Client = "browser",
            Device = "phone",
            AddressHash = new byte[32],
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now.AddDays(30),
        });
        await db.SaveChangesAsync();
        return token;
    }
}
