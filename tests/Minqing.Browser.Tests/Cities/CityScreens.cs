using Minqing.Testing.Web;
using Minqing.Web.Demo;
using Minqing.Web.Tests.Cities;

namespace Minqing.Browser.Tests.Cities;

/// <summary>The phone or screen of somebody in one of the cities, signed in already.</summary>
internal static class CityScreens
{
    public static async Task<Phone> PhoneOfAsync(this CityDays days, DemoOfficial who, bool desk = false)
    {
        var site = days.City.Site;
        var phone = await Phone.OnAsync(site, desk: desk);
        await phone.Context.AddCookiesAsync([new() { Name = "minqing-session", Value = await site.SessionTokenAsync(who.Person), Url = site.Address.ToString() }]);
        return phone;
    }

    /// <summary>Takes a step of an appeal by the button at the end of its form.</summary>
    public static async Task SendAsync(this Phone phone) => await phone.Page.Locator(".step-bar button").ClickAsync();
}
