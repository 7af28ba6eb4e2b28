using System.Text;
using Minqing.App.People.SigningIn;

namespace Minqing.Web.Tests.SigningIn;

/// <summary>Codes and secrets as the standards give them.</summary>
[Trait("Spec", "P-10")]
public sealed class OneTimeCodeTests
{
    // RFC 6238, appendix B, the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, OneTimeCode.At("12345678901234567890"u8.ToArray(), OneTimeCode.Step(DateTime.UnixEpoch.AddSeconds(second))));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_the_apps_read_them(string text, string written)
    {
        Assert.Equal(written, Base32.Write(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(text, Encoding.UTF8.GetString(Base32.Read(written.ToLowerInvariant())!));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_phone_may_be_half_a_minute_off(int steps, bool good)
    {
        var (secret, now) = ("12345678901234567890"u8.ToArray(), new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc));

        Assert.Equal(good, OneTimeCode.Match(secret, OneTimeCode.At(secret, OneTimeCode.Step(now) + steps), now) is not null);
    }
}
