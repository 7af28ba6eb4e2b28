using System.Text.RegularExpressions;

namespace Minqing.Handset;

/// <summary>What a gateway call carries; the id may stand in the header <c>X-Message-Id</c> instead.</summary>
public sealed partial record SmsRequest(string? Phone, string? Text, string? Id)
{
    private const int LongestText = 1000;

    /// <summary>Why it cannot be taken; null when it can.</summary>
    public string? Wrong(string? id) =>
        id is not { Length: > 0 and <= 64 } ? "X-Message-Id of at most 64 characters is expected"
        : Phone is null || !PhoneNumber().IsMatch(Phone) ? "phone: 5 to 20 digits are expected"
        : Text is not { Length: > 0 and <= LongestText } ? $"text: 1 to {LongestText} characters are expected"
        : null;

    [GeneratedRegex(@"^\+?[0-9]{5,20}\z")]
    private static partial Regex PhoneNumber();
}
