using System.Security;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Minqing.App.Notices;

namespace Minqing.Integrations.Sms;

/// <summary>Fills a gateway's template; what is filled in stays a value and never becomes a part of the form around it.</summary>
internal static partial class SmsTemplate
{
    public static string Fill(string template, Func<string, string> escape, string phone, string text, string id) =>
        Holes().Replace(template, hole => escape(hole.ValueSpan switch { "{phone}" => phone, "{text}" => text, _ => id }));

    public static string ForAddress(string value) => Uri.EscapeDataString(value);

    /// <summary>A header is one line of plain characters.</summary>
    public static string ForHeader(string value) => string.Concat(value.Where(c => c is >= ' ' and <= '~'));

    public static Func<string, string> For(SmsFormat format) => format switch
    {
        SmsFormat.Json => value => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        SmsFormat.Form => Uri.EscapeDataString,
        SmsFormat.Xml => value => SecurityElement.Escape(string.Concat(value.Where(c => c >= ' ' || c is '\n' or '\t')))!,
    };

    public static string MediaType(SmsFormat format) => format switch
    {
        SmsFormat.Json => "application/json",
        SmsFormat.Form => "application/x-www-form-urlencoded",
        SmsFormat.Xml => "text/xml",
    };

    // One pass: a text that itself says {id} is left as it is.
    [GeneratedRegex(@"\{(phone|text|id)\}")]
    private static partial Regex Holes();
}
