using Minqing.Web.Demo;
using Minqing.Web.Tests.Cities;

namespace Minqing.Browser.Tests.Cities;

/// <summary>The phone or screen of somebody in one of the cities, signed in already.</summary>
internal static class CityScreens
{
    public static Task<Phone> PhoneOfAsync(this CityDays days, DemoOfficial who, bool desk = false) => SignedInPhone.OfAsync(days.City.Site, who, desk: desk);

    /// <summary>Takes a step of an appeal by the button at the end of its form.</summary>
    public static async Task SendAsync(this Phone phone) => await phone.Page.Locator(".step-bar button").ClickAsync();
}
