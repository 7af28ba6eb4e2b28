using System.Globalization;
using Minqing.Domain.Policy;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>A mapping of a profile's file. Reading notes every problem with its line and goes on, so that all are told at once.</summary>
internal sealed class YamlPart(YamlMappingNode node, string file, List<ProfileProblem> problems)
{
    private readonly HashSet<string> read = [];

    public string File => file;

    public long Line => node.Start.Line;

    public void Wrong(string reason, YamlNode? at = null) => problems.Add(new(file, (at ?? node).Start.Line, reason));

    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        var other => NotA<string?>(key, "a text", other),
    };

    public int Int(string key, int least = 0, int most = int.MaxValue) => OptionalInt(key, least, most) ?? (Has(key) ? least : Missing(key, least));

    public int? OptionalInt(string key, int least = 0, int most = int.MaxValue)
    {
        if (Find(key) is not { } found)
        {
            return null;
        }

        return found is YamlScalarNode { Value: { } text } && int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : NotA<int?>(key, most == int.MaxValue ? $"a whole number from {least} up" : $"a whole number from {least} to {most}", found);
    }

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
        YamlMappingNode map => new(map, file, problems),
        var other => NotA<YamlPart?>(key, "a group of settings", other),
    };

    public IReadOnlyList<YamlPart> Parts(string key) => [.. Items(key).Select(i => i as YamlMappingNode ?? NotA<YamlMappingNode?>(key, "a list of groups", i)).OfType<YamlMappingNode>().Select(m => new YamlPart(m, file, problems))];

    /// <summary>Every key with its text, for tables of words.</summary>
    public Dictionary<string, string> AllTexts()
    {
        var all = new Dictionary<string, string>();
        foreach (var (name, value) in node.Children)
        {
            read.Add(name.ToString());
            if (value is YamlScalarNode { Value: { } text })
            {
                all[name.ToString()] = text;
            }
            else
            {
                Wrong($"{name} must be a text.", value);
            }
        }

        return all;
    }

    /// <summary>What was not asked for is a mistake: most often in spelling.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys.Where(k => !read.Contains(k.ToString())))
        {
            Wrong($"Unknown setting {key}.{Nearest.Hint(key.ToString(), read)}", key);
        }
    }

    private T? OneCode<T>(YamlNode found)
        where T : struct, Enum
    {
        if (Kebab.Parse<T>(found.ToString()) is { } code)
        {
            return code;
        }

        Wrong($"{found} is not one of {string.Join(", ", Enum.GetValues<T>().Select(v => v.Name()))}.{Nearest.Hint(found.ToString(), Enum.GetValues<T>().Select(v => v.Name()))}", found);
        return null;
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => Missing<IEnumerable<YamlNode>>(key, []),
        YamlSequenceNode list => list.Children,
        var other => NotA<IEnumerable<YamlNode>?>(key, "a list", other) ?? [],
    };

    private bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

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
