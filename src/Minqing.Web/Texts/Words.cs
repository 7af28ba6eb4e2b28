using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Minqing.Web.Texts;

/// <summary>What the program says to people: key → words, from <c>Texts/zh-CN/*.yaml</c>. Facts stand in braces: <c>已延期 {Times} 次</c>.</summary>
public static partial class Words
{
    private static readonly FrozenDictionary<string, string> All = Load("zh-CN");
    private static readonly AsyncLocal<IReadOnlyDictionary<string, string>?> City = new();

    public static IReadOnlyCollection<string> Keys => All.Keys;

    /// <summary>From here on, in whatever this calls, a city's own words come first: the same post is called differently in each.</summary>
    public static void SpeakAs(IReadOnlyDictionary<string, string> city) => City.Value = city;

    public static bool Has(string key) => All.ContainsKey(key);

    /// <summary>The words of a key. A missing key is a bug that a test finds; the reader then sees the key.</summary>
    public static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var words = City.Value?.GetValueOrDefault(key) ?? All.GetValueOrDefault(key, key);
        foreach (var (name, value) in facts)
            words = words.Replace($"{{{name}}}", Format(value), StringComparison.Ordinal);
        return words;
    }

    /// <summary>The names of the facts in the words of a key.</summary>
    public static IEnumerable<string> Facts(string key) => Fact.Matches(All.GetValueOrDefault(key, "")).Select(m => m.Groups[1].Value);

    private static string Format(object? value) => value switch
    {
        null => "",
        // Everybody here lives at UTC+8; the machine's zone is nobody's business.
        // A limit at the end of its day is that day.
        DateTime instant when instant.AddHours(8) is var local => local.TimeOfDay >= new TimeSpan(23, 59, 0) ? Format(DateOnly.FromDateTime(local)) : $"{Format(DateOnly.FromDateTime(local))}{local.ToString("H:mm", CultureInfo.InvariantCulture)}",
        DateOnly day => $"{day.Month} 月 {day.Day} 日（周{"日一二三四五六"[(int)day.DayOfWeek]}）",
        TimeSpan { TotalMinutes: < 2 } span => $"{Math.Ceiling(span.TotalSeconds):0} 秒",
        TimeSpan { TotalHours: < 2 } span => $"{Math.Ceiling(span.TotalMinutes):0} 分钟",
        TimeSpan span => $"{Math.Ceiling(span.TotalHours):0} 小时",
        System.Collections.IEnumerable list and not string => string.Join('、', list.Cast<object?>().Select(Format)),
        Enum one => Say($"{ProblemWords.Kebab(one.GetType().Name)}.{ProblemWords.Kebab(one.ToString())}"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static FrozenDictionary<string, string> Load(string language)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(Words).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.StartsWith($"texts/{language}/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            var yaml = new YamlStream();
            yaml.Load(reader);
            foreach (var document in yaml.Documents)
                Flatten("", document.RootNode, words);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Add and not set: the same key in two files is a mistake that must not pass.
    private static void Flatten(string key, YamlNode node, Dictionary<string, string> words)
    {
        if (node is YamlScalarNode { Value: { } value })
            words.Add(key, value);
        else if (node is YamlMappingNode map)
        {
            foreach (var (name, child) in map.Children)
                Flatten(key.Length == 0 ? name.ToString() : $"{key}.{name}", child, words);
        }
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Fact { get; }
}
