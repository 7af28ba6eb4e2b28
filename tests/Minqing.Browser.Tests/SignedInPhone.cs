using Minqing.Domain.Policy;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Browser.Tests;

/// <summary>The phone of whoever holds a post over the place behind the code, signed in already.</summary>
internal static class SignedInPhone
{
    public static Task<Phone> OfAsync(Street street, Role role, bool scripts = true, bool desk = false) => OfAsync(street.Site, street.Holder(role), scripts, desk);

    public static async Task<Phone> OfAsync(TestSite site, DemoOfficial official, bool scripts = true, bool desk = false)
    {
        var phone = await Phone.OnAsync(site, scripts, desk: desk);
        await phone.Context.AddCookiesAsync([new() { Name = "minqing-session", Value = await site.SessionTokenAsync(official.Person), Url = site.Address.ToString() }]);
        return phone;
    }
}
