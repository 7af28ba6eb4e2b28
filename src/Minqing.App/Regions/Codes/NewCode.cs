using System.Security.Cryptography;
using Minqing.Domain.Regions;

namespace Minqing.App.Regions.Codes;

/// <summary>Draws the letters of a new code. With 2⁴⁰ to draw from, two alike among a million are not waited for: the unique index would refuse them.</summary>
internal static class NewCode
{
    public static string Text() => SiteCodeText.Of(RandomNumberGenerator.GetBytes(SiteCodeText.Length));
}
