using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>What two files of settings say differently, setting by setting, named as somebody would look for it.</summary>
internal static class YamlDiff
{
    private static readonly YamlMappingNode Nothing = [];

    public static IEnumerable<Difference> Of(string file, YamlMappingNode? one, YamlMappingNode? other) =>
        Settings("", one ?? Nothing, other ?? Nothing).Select(d => new Difference(file, d.What, d.One, d.Other));

    private static IEnumerable<(string What, string? One, string? Other)> Settings(string at, YamlMappingNode one, YamlMappingNode other) =>
        one.Children.Keys.Concat(other.Children.Keys).Select(k => k.ToString()).Distinct().Where(k => at.Length > 0 || k != Extended.Key)
            .SelectMany(k => Values(Below(at, k), Find(one, k), Find(other, k)));

    private static IEnumerable<(string What, string? One, string? Other)> Values(string at, YamlNode? one, YamlNode? other) => (one, other) switch
    {
        (YamlMappingNode a, YamlMappingNode b) => Settings(at, a, b),
        (YamlSequenceNode a, YamlSequenceNode b) when Maps(a) && Maps(b) => Entries(at, a, b),
        (YamlSequenceNode a, YamlSequenceNode b) => Lists(at, [.. a.Select(Say)], [.. b.Select(Say)]),
        _ when Say(one) == Say(other) => [],
        _ => [(at, Say(one), Say(other))],
    };

    // Entries that have a name are the same by their name, others by their place.
    private static IEnumerable<(string What, string? One, string? Other)> Entries(string at, YamlSequenceNode one, YamlSequenceNode other)
    {
        var name = YamlMerge.NameOf(one, other);
        var (a, b) = (Named(one, name), Named(other, name));
        var both = a.Keys.Concat(b.Keys).Distinct().SelectMany(k => Values($"{at}: {k}", a.GetValueOrDefault(k), b.GetValueOrDefault(k)));
        return both.Concat(name == "code" && a.Keys.First() is var first && b.Keys.First() is var theirs && first != theirs ? [($"{at}: the usual one", first, theirs)] : []);
    }

    private static IEnumerable<(string What, string? One, string? Other)> Lists(string at, IReadOnlyList<string?> one, IReadOnlyList<string?> other) =>
        one.SequenceEqual(other) ? []
        : one.Order().SequenceEqual(other.Order()) ? [($"{at}, order", string.Join(", ", one), string.Join(", ", other))]
        : [(at, Rest(one, other), Rest(other, one))];

    private static string Rest(IReadOnlyList<string?> of, IReadOnlyList<string?> without) =>
        string.Join(", ", of.Except(without)) is { Length: > 0 } more ? $"also {more}" : "nothing more";

    private static Dictionary<string, YamlNode> Named(YamlSequenceNode list, string? name)
    {
        var named = new Dictionary<string, YamlNode>();
        foreach (var (entry, no) in list.Select((e, i) => (e, i + 1)))
        {
            named.TryAdd(name is null ? $"no. {no}" : Find((YamlMappingNode)entry, name)!.ToString(), entry);
        }

        return named;
    }

    private static bool Maps(YamlSequenceNode list) => list.Children.Count > 0 && list.All(e => e is YamlMappingNode);

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static string Below(string at, string key) => at.Length == 0 ? key : $"{at}: {key}";

    private static string? Say(YamlNode? node) => node switch
    {
        null => null,
        YamlMappingNode map => string.Join(", ", map.Children.Select(c => $"{c.Key} {(c.Value is YamlScalarNode ? Say(c.Value) : $"({Say(c.Value)})")}")),
        YamlSequenceNode list => string.Join(list.All(e => e is YamlScalarNode) ? ", " : "; ", list.Select(Say)),
        YamlScalarNode scalar => scalar.Value,
        _ => node.ToString(),
    };
}
