using System.Text;
using System.Text.RegularExpressions;

namespace Minqing.Domain.Kernel;

/// <summary>A telephone number in one form only: national digits for China, "+" and digits for elsewhere. Shown masked unless <see cref="Value"/> is asked for by name.</summary>
public sealed partial record PhoneNumber
{
    private const string Dropped = " -‐‑‒–—－.·()（）/\t\u00a0\u3000";

    private PhoneNumber(string value) => Value = value;

    public string Value { get; }

    public bool IsMobile => Mobile().IsMatch(Value);

    public string Masked => Value.Length < 8 ? "****" + Value[^2..] : Value[..3] + "****" + Value[^4..];

    public static Result<PhoneNumber> Read(string text) =>
        Normal(text) is { } value ? new PhoneNumber(value) : new PhoneNumberNotValid();

    /// <summary>Masked, so that a number never slips into a log or a page.</summary>
    public override string ToString() => Masked;

    private static string? Normal(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !Dropped.Contains(c, StringComparison.Ordinal)))
        {
            plain.Append(c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c == '＋' ? '+' : c);
        }

        var digits = Prefix().Replace(plain.ToString(), "");
        if (Area().IsMatch(digits) && plain.Length != digits.Length)
            digits = "0" + digits;

        return Mobile().IsMatch(digits) || Landline().IsMatch(digits) || Service().IsMatch(digits) || Foreign().IsMatch(digits) ? digits : null;
    }

    [GeneratedRegex(@"^(\+86|0086|86(?=1[3-9][0-9]{9}$))")]
    private static partial Regex Prefix();

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Mobile();

    // After "+86" the area code stands without its zero.
    [GeneratedRegex("^([2-9][0-9]{8,11}|10[0-9]{8})$")]
    private static partial Regex Area();

    [GeneratedRegex("^0[1-9][0-9]{8,10}$")]
    private static partial Regex Landline();

    [GeneratedRegex("^[48]00[0-9]{7}$")]
    private static partial Regex Service();

    [GeneratedRegex(@"^\+(?!86)[1-9][0-9]{6,14}$")]
    private static partial Regex Foreign();
}

/// <summary>What was given is no telephone number.</summary>
public sealed record PhoneNumberNotValid() : NotValid("phone");
