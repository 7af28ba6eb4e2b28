using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>A file of a profile on top of the same file of the one that it extends: what it says itself counts, the rest is taken from there.</summary>
internal static class YamlMerge
{
    private const string Remove = "remove";

    // By what an entry of a list is known, so that one may replace another.
    private static readonly string[] Names = ["id", "code", "step", "reason"];

    /// <summary>Adds to a mapping what only the other has: groups setting by setting, lists of named entries entry by entry; any other list is replaced whole.</summary>
    public static void Under(YamlMappingNode own, YamlMappingNode below)
    {
        foreach (var (key, theirs) in below.Children)
        {
            if (!own.Children.TryGetValue(key, out var mine))
            {
                own.Add(key, theirs);
            }
            else if (mine is YamlMappingNode map && theirs is YamlMappingNode other)
            {
                Under(map, other);
            }
            else if (mine is YamlSequenceNode list && theirs is YamlSequenceNode others && NameOf(list, others) is { } name)
            {
                Under(list, others, name);
            }
        }
    }

    // In the order of the one extended; what is new comes after.
    private static void Under(YamlSequenceNode own, YamlSequenceNode below, string name)
    {
        var left = own.Children.Cast<YamlMappingNode>().ToList();
        var merged = new List<YamlNode>();
        foreach (var theirs in below.Children.Cast<YamlMappingNode>())
        {
            var mine = left.Find(m => Text(m, name) == Text(theirs, name));
            merged.Add(mine ?? theirs);
            left.RemoveAll(m => ReferenceEquals(m, mine));
        }

        own.Children.Clear();
        foreach (var entry in merged.Concat(left).Where(e => Text((YamlMappingNode)e, Remove) != "true"))
        {
            own.Add(entry);
        }
    }

    /// <summary>The setting by which the entries of both lists are known; null where they have none in common.</summary>
    public static string? NameOf(YamlSequenceNode own, YamlSequenceNode below) =>
        Names.FirstOrDefault(name => own.Children.Concat(below.Children).All(e => e is YamlMappingNode map && Text(map, name) is not null));

    private static string? Text(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;
}
