using System.Globalization;
using Minqing.Domain.Policy;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>A mapping of a profile's file. Reading notes every problem with its line and goes on, so that all are told at once.</summary>
internal sealed class YamlPart(YamlMappingNode node, string file, Findings findings, string? group = null)
{
    private const string Assumed = "assumed";

    private readonly HashSet<string> read = [Assumed];

    public void Wrong(string reason, YamlNode? at = null) => findings.Unreadable(findings.FileOf(at ?? node, file), group, (at ?? node).Start.Line, reason);

    public void Wrong(string reason, string key) => Wrong(reason, Find(key));

    /// <summary>Remembers that a part of the profile stands here, and that all of this mapping is read: what was not asked for is a mistake, most often in spelling.</summary>
    public T Makes<T>(T part, string? assumed = null)
        where T : class
    {
        foreach (var key in node.Children.Keys.Where(k => !read.Contains(k.ToString())))
        {
            Wrong($"Unknown setting {key}.{Nearest.Hint(key.ToString(), read)}", key);
        }

        switch (Find(Assumed))
        {
            case null:
                break;
            case YamlScalarNode { Value: "true" } when assumed is not null:
                findings.Assumptions.Add(assumed);
                break;
            case YamlSequenceNode keys:
                findings.Assumptions.AddRange(keys.Children.Where(k => Known(k.ToString(), k)).Select(k => $"{group}.{k}: {Find(k.ToString())}"));
                break;
            case { } other:
                Wrong($"{Assumed} must be {(assumed is null ? "a list of settings" : "true")}.", other);
                break;
        }

        return findings.Stands(part, findings.FileOf(node, file), node.Start.Line);
    }

    /// <summary>Remembers that what a single setting makes stands there.</summary>
    public T Stands<T>(T part, string key)
        where T : class => Find(key) is { } at ? findings.Stands(part, findings.FileOf(at, file), at.Start.Line) : part;

    public bool Has(string key)
    {
        read.Add(key);
        return node.Children.ContainsKey(new YamlScalarNode(key));
    }

    public string Text(string key) => OptionalText(key) ?? (Has(key) ? "" : Missing(key, ""));

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        var other => NotA<string?>(key, "a text", other),
    };

    public IReadOnlyList<string> OptionalTexts(string key) =>
        Find(key) is null ? [] : [.. Items(key).Select(i => i is YamlScalarNode { Value: { Length: > 0 } text } ? text : NotA<string?>(key, "a list of texts", i)).OfType<string>()];

    public int Int(string key, int least, int most) => OptionalInt(key, least, most) ?? (Has(key) ? least : Missing(key, least));

    public int? OptionalInt(string key, int least, int most) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } text } when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var other => NotA<int?>(key, $"a whole number from {least} to {most}", other),
    };

    public bool Flag(string key) => Find(key) switch
    {
        null => false,
        YamlScalarNode { Value: "true" } => true,
        YamlScalarNode { Value: "false" } => false,
        var other => NotA<bool>(key, "true or false", other),
    };

    public T Code<T>(string key)
        where T : struct, Enum => OptionalCode<T>(key) ?? (Has(key) ? default : Missing<T>(key, default));

    public T? OptionalCode<T>(string key)
        where T : struct, Enum => Find(key) is { } found ? OneCode<T>(found) : null;

    public IReadOnlyList<T> Codes<T>(string key)
        where T : struct, Enum => [.. Items(key).Select(OneCode<T>).OfType<T>()];

    public YamlPart? Part(string key) => Find(key) switch
    {
        null => Missing<YamlPart?>(key, null),
        YamlMappingNode map => new(map, file, findings, group ?? key),
        var other => NotA<YamlPart?>(key, "a group of settings", other),
    };

    /// <summary>A list of groups, each turned into a part of the profile.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<YamlPart, int, T> make)
        where T : class
    {
        var groups = Items(key).Select(i => i as YamlMappingNode ?? NotA<YamlMappingNode?>(key, "a list of groups", i)).OfType<YamlMappingNode>();
        return findings.Stands(groups.Select((g, i) => make(new(g, file, findings, group ?? key), i + 1)).ToList(), findings.FileOf(Find(key) ?? node, file), (Find(key) ?? node).Start.Line);
    }

    /// <summary>Every key with its text, for tables of words.</summary>
    public Dictionary<string, string> AllTexts()
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in node.Children)
        {
            read.Add(name.ToString());
            if (value is YamlScalarNode { Value: { Length: > 0 } text })
            {
                all[name.ToString()] = findings.Stands(new string(text), findings.FileOf(name, file), name.Start.Line);
            }
            else
            {
                Wrong($"{name} must be a text.", value);
            }
        }

        return all;
    }

    private bool Known(string key, YamlNode at)
    {
        if (!read.Contains(key))
        {
            Wrong($"{Assumed} names {key}, which is no setting here.{Nearest.Hint(key, read)}", at);
        }

        return read.Contains(key);
    }

    private T? OneCode<T>(YamlNode found)
        where T : struct, Enum
    {
        if (Kebab.Parse<T>(found.ToString()) is { } code)
        {
            return code;
        }

        var names = Enum.GetValues<T>().Select(v => v.Name()).ToList();
        Wrong($"{found} is not one of {string.Join(", ", names)}.{Nearest.Hint(found.ToString(), names)}", found);
        return null;
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => Missing<IEnumerable<YamlNode>>(key, []),
        YamlSequenceNode list => list.Children,
        var other => NotA<IEnumerable<YamlNode>?>(key, "a list", other) ?? [],
    };

    private YamlNode? Find(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private T Missing<T>(string key, T instead)
    {
        Wrong($"{key} is missing.");
        return instead;
    }

    private T? NotA<T>(string key, string what, YamlNode at)
    {
        Wrong($"{key} must be {what}.", at);
        return default;
    }
}
