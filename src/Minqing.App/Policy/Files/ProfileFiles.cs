using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Minqing.App.Policy.Files;

/// <summary>The files of a profile's folder, as YAML, and the version that their contents make.</summary>
internal sealed class ProfileFiles(string folder, List<ProfileProblem> problems)
{
    public static readonly string[] Names = ["profile.yaml", "flow.yaml", "limits.yaml", "categories.yaml", "texts.yaml", "templates.yaml"];

    /// <summary>Changes with any change of any file.</summary>
    public string Version
    {
        get
        {
            var all = string.Join('\0', Names.Select(n => Path.Combine(folder, n)).Where(File.Exists).Select(p => File.ReadAllText(p).ReplaceLineEndings("\n")));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..12];
        }
    }

    public YamlPart Open(string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            problems.Add(new(path, 1, "The file is missing."));
            return new([], path, []);
        }

        try
        {
            var yaml = new YamlStream();
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new(root, path, problems);
            }

            problems.Add(new(path, 1, "The file must hold one document of settings."));
        }
        catch (YamlException wrong)
        {
            problems.Add(new(path, wrong.Start.Line, wrong.InnerException?.Message ?? wrong.Message));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(path, 1, "The file is not UTF-8."));
        }

        return new([], path, []);
    }
}
