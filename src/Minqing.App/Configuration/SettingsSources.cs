using System.Collections;
using Minqing.Domain.Kernel;

namespace Minqing.App.Configuration;

/// <summary>Puts the settings together: the file in the data folder, over it the environment, over it the command line.</summary>
public static class SettingsSources
{
    public const string FileName = "settings.yaml";

    /// <summary><paramref name="options"/> are the keys given on the command line, as <c>urls</c>; <paramref name="usual"/> what holds where nobody says anything.</summary>
    public static Result<Settings> Load(
        string data, IReadOnlyDictionary<string, string> options, IDictionary environment, IReadOnlyDictionary<string, string>? usual = null)
    {
        var values = (usual ?? new Dictionary<string, string>()).ToDictionary(v => v.Key, v => new Setting(v.Value, "default"), StringComparer.Ordinal);
        var complaints = new List<Complaint>();
        data = Path.GetFullPath(data);
        SettingsFile.Read(Path.Combine(data, FileName), values, complaints);
        SettingsEnvironment.Read(environment, values);
        foreach (var (key, value) in options)
            values[key] = new(value, $"--{key}");

        var reader = new SettingsReader(values);
        var settings = SettingsMap.Read(reader, data);
        complaints.AddRange(reader.Finish());
        return complaints.Count > 0 ? new SettingsNotUsable(complaints) : settings;
    }
}
