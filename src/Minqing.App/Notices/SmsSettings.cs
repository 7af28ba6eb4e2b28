namespace Minqing.App.Notices;

/// <summary>A gateway that takes an SMS by HTTP. Path, query, headers and body may hold <c>{phone}</c>, <c>{text}</c> and <c>{id}</c>.</summary>
public sealed record SmsSettings(string Method, string Address, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>How values are written into the body.</summary>
    public SmsFormat Format { get; init; } = SmsFormat.Json;

    /// <summary>The header that carries the message's id, by which receivers drop repeats.</summary>
    public string IdHeader { get; init; } = "X-Message-Id";

    /// <summary>What a good answer contains, besides a status of 200 to 299; null asks for nothing.</summary>
    public string? Accepted { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without the headers, which may hold a key.</summary>
    public override string ToString() => $"{Method} {Address}";
}

/// <summary>How a gateway wants its body.</summary>
public enum SmsFormat
{
    Json,
    Form,
    Xml,
}
