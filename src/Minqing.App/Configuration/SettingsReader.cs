using System.Globalization;
using System.Net;
using Minqing.App.Policy.Files;

namespace Minqing.App.Configuration;

/// <summary>Takes values by key and collects everything that is wrong with them; what nobody asked for is unknown.</summary>
public sealed class SettingsReader(IReadOnlyDictionary<string, Setting> values)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<Complaint> complaints = [];

    public string? Text(string key)
    {
        asked.Add(key);
        return values.GetValueOrDefault(key)?.Value;
    }

    public Uri? Url(string key) => Read<Uri>(key, "an address such as https://example.cn is expected", text =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null);

    public int Number(string key, int least, int most, int otherwise) =>
        Read<object>(key, $"a whole number from {least} to {most} is expected", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null) as int? ?? otherwise;

    public T OneOf<T>(string key, T otherwise)
        where T : struct, Enum =>
        Read<object>(key, $"one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))} is expected", text =>
            !int.TryParse(text, out _) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null) as T? ?? otherwise;

    public IReadOnlyList<IPNetwork> Networks(string key) => [.. List(key).Select(place =>
        Read<object>(place, "a network such as 10.0.0.0/8 is expected", text => IPNetwork.TryParse(text, out var network) ? network : null)).OfType<IPNetwork>()];

    /// <summary>Everything below a key: <c>sms.headers</c> gives name and value of each.</summary>
    public IReadOnlyDictionary<string, string> Map(string key) =>
        Below(key).ToDictionary(full => full[(key.Length + 1)..], full => Text(full)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anything is set below a key.</summary>
    public bool Has(string key) => Below(key).Count > 0;

    public void Refuse(string key, string reason) =>
        complaints.Add(new(values.GetValueOrDefault(key)?.Origin ?? "settings", key, reason));

    /// <summary>All that is wrong, now that everything known was asked for.</summary>
    public IReadOnlyList<Complaint> Finish() =>
    [
        .. complaints,
        .. values.Where(v => !asked.Contains(v.Key)).Select(v => new Complaint(v.Value.Origin, v.Key, Unknown(v.Key))),
    ];

    private T? Read<T>(string key, string expected, Func<string, T?> parse)
        where T : class
    {
        if (Text(key) is not { } text)
            return null;
        var value = parse(text.Trim());
        if (value is null)
            Refuse(key, $"\"{text}\" cannot be used, {expected}");
        return value;
    }

    private IReadOnlyList<string> List(string key) => values.ContainsKey(key) ? [key] : Below(key);

    private List<string> Below(string key) => [.. values.Keys.Where(k => k.StartsWith(key + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private string Unknown(string key) => Nearest.To(key, asked) is { } near ? $"there is no such setting; is {near} meant?" : "there is no such setting";
}
