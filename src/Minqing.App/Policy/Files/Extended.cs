using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>Which profile a profile extends (<c>extends: base</c>), and which that one does.</summary>
internal static class Extended
{
    public const string Key = "extends";

    /// <summary>The folder and those of all that it extends, nearest first. What cannot be found is noted.</summary>
    public static IReadOnlyList<string> Folders(string folder, Func<string, string?> find, Findings findings)
    {
        var folders = new List<string> { folder };
        while (In(folders[^1]) is { } named)
        {
            var above = named.Value is { Length: > 0 } name ? find(name) : null;
            if (above is null || folders.Contains(above))
            {
                findings.Unreadable(Path.Combine(folders[^1], ProfileFiles.Main), null, named.Start.Line, above is null ? $"There is no profile {named} to extend." : $"{named} extends itself.");
                break;
            }

            folders.Add(above);
        }

        return folders;
    }

    // What is wrong with the file is told when it is read in whole.
    private static YamlScalarNode? In(string folder)
    {
        var file = Path.Combine(folder, ProfileFiles.Main);
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(file);
            yaml.Load(reader);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }] && root.Children.TryGetValue(new YamlScalarNode(Key), out var value) ? value as YamlScalarNode : null;
        }
        catch (Exception e) when (e is YamlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
