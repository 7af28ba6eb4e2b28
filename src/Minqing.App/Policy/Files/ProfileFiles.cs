using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>The files of a profile's folder, as YAML, and the version that their contents make.</summary>
internal sealed class ProfileFiles(string folder, Findings findings)
{
    public const string Main = "profile.yaml";
    public const string Flow = "flow.yaml";
    public const string Limits = "limits.yaml";
    public const string Categories = "categories.yaml";
    public const string Texts = "texts.yaml";
    public const string Templates = "templates.yaml";
    public const string Duties = "duties.yaml";

    public static readonly string[] Names = [Main, Flow, Limits, Categories, Texts, Templates, Duties];

    public Findings Findings => findings;

    /// <summary>Changes with any change of any file.</summary>
    public string Version
    {
        get
        {
            var all = string.Join('\0', Names.Select(n => Path.Combine(folder, n)).Where(File.Exists).Select(p => File.ReadAllText(p).ReplaceLineEndings("\n")));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..12];
        }
    }

    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>The settings in a file; none, and a problem noted, when it cannot be read.</summary>
    public YamlPart? Open(string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new(root, path, findings);
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
