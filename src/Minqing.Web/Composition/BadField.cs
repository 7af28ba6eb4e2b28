using System.Text.Json;
using System.Text.RegularExpressions;

namespace Minqing.Web.Composition;

/// <summary>The field that a malformed request was refused for, as the interface spells it.</summary>
internal static partial class BadField
{
    /// <summary>Null where the request as a whole is at fault.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        BadHttpRequestException { InnerException: JsonException { Path: { Length: > 2 } path } } => path[2..],
        BadHttpRequestException { InnerException: null } bad when Parameter().Match(bad.Message) is { Success: true } named => named.Groups[1].Value,
        _ => null,
    };

    // The framework's own words: Failed to bind parameter "Nullable<TurnKind> kind" from "nope".
    [GeneratedRegex("""^Failed to bind parameter "[^"]* (\w+)" from """)]
    private static partial Regex Parameter();
}
