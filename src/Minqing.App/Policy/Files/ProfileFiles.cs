using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>The files of a profile's folder and of those that it extends, as YAML, and the version that their contents make.</summary>
/// <param name="folders">Its own first, then the one it extends, and so on.</param>
internal sealed class ProfileFiles(IReadOnlyList<string> folders, Findings findings)
{
    public const string Main = "profile.yaml";
    public const string Flow = "flow.yaml";
    public const string Limits = "limits.yaml";
    public const string Categories = "categories.yaml";
    public const string Texts = "texts.yaml";
    public const string Templates = "templates.yaml";
    public const string Duties = "duties.yaml";
    public const string Keywords = "keywords.yaml";

    public static readonly string[] Names = [Main, Flow, Limits, Categories, Texts, Templates, Duties, Keywords];

    public Findings Findings => findings;

    /// <summary>Changes with any change of any file.</summary>
    public string Version
    {
        get
        {
            var all = string.Join('\0', folders.SelectMany(f => Names.Select(n => Path.Combine(f, n))).Where(File.Exists).Select(p => File.ReadAllText(p).ReplaceLineEndings("\n")));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..12];
        }
    }

    public bool Has(string name) => folders.Any(f => File.Exists(Path.Combine(f, name)));

    /// <summary>The settings in a file, on top of those in the same file of what is extended; none, and a problem noted, when it cannot be read.</summary>
    public YamlPart? Open(string name) =>
        Merged(name) is { } map ? new(map, Paths(name)[0], findings) : null;

    /// <summary>The same as it stands in YAML.</summary>
    public YamlMappingNode? Merged(string name)
    {
        var maps = Paths(name).Select(Read).ToList();
        if (maps.Contains(null))
        {
            return null;
        }

        foreach (var (own, below) in maps.Zip(maps.Skip(1)).Reverse())
        {
            YamlMerge.Under(own!, below!);
        }

        return maps[0];
    }

    private List<string> Paths(string name) => [.. folders.Select(f => Path.Combine(f, name)).Where(File.Exists).DefaultIfEmpty(Path.Combine(folders[0], name))];

    private YamlMappingNode? Read(string path)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root } document])
            {
                findings.From(document, path);
                return root;
            }

            findings.Unreadable(path, null, 1, "The file must hold one document of settings.");
        }
        catch (YamlException wrong)
        {
            findings.Unreadable(path, null, wrong.Start.Line, $"Not YAML (column {wrong.Start.Column}): {wrong.InnerException?.Message ?? wrong.Message}");
        }
        catch (DecoderFallbackException)
        {
            findings.Unreadable(path, null, 1, "The file is not UTF-8.");
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            findings.Unreadable(path, null, 1, e is FileNotFoundException ? "The file is missing." : "The file may not be read.");
        }

        return null;
    }
}
