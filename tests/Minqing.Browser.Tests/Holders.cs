using Minqing.Domain.Policy;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Browser.Tests;

/// <summary>Who answers for the place behind the street's code.</summary>
internal static class Holders
{
    /// <summary>The nearest to the place: its code begins with the significant part of the post's region.</summary>
    public static DemoOfficial Holder(this Street street, Role role) =>
        street.Officials.First(o => o.Role == role && street.Codes[0].RegionCode.StartsWith(o.RegionCode.TrimEnd('0'), StringComparison.Ordinal));
}
