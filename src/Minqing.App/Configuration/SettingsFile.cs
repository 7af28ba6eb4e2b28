using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Configuration;

/// <summary>Reads <c>settings.yaml</c> into flat keys: <c>sms.address</c>, <c>trusted-proxies.0</c>.</summary>
internal static class SettingsFile
{
    public static void Read(string path, Dictionary<string, Setting> values, List<Complaint> complaints)
    {
        if (!File.Exists(path))
            return;
        try
        {
            using var reader = File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: var root }, ..])
                Flatten("", root);
        }
        catch (YamlException broken)
        {
            complaints.Add(new($"{path}:{broken.Start.Line}", "", broken.InnerException?.Message ?? broken.Message));
        }

        void Flatten(string key, YamlNode node)
        {
            switch (node)
            {
                case YamlMappingNode map:
                    foreach (var (name, child) in map.Children)
                        Flatten(Join(key, name.ToString()), child);
                    break;
                case YamlSequenceNode list:
                    foreach (var (place, child) in list.Children.Index())
                        Flatten(Join(key, $"{place}"), child);
                    break;
                case YamlScalarNode { Value: { Length: > 0 } value } when key.Length > 0:
                    values[key] = new(value, $"{path}:{node.Start.Line}");
                    break;
                default:
                    break;
            }
        }
    }

    private static string Join(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";
}
