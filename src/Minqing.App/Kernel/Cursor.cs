using System.Globalization;

namespace Minqing.App.Kernel;

/// <summary>A place in a list by time, then by id: the next page is what lies behind it, whatever came on top meanwhile.</summary>
public sealed record Cursor(DateTime At, Guid Id)
{
    /// <summary>As it stands in an address.</summary>
    public string Text => $"{At.Ticks:x}.{Id:N}";

    /// <summary>Null where the text is none.</summary>
    public static Cursor? Read(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var at) && at > 0 && at < DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var known)
            ? new(new DateTime(at, DateTimeKind.Utc), known)
            : null;
}
