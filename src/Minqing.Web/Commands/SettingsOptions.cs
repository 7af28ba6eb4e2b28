using System.CommandLine;
using Minqing.App;
using Minqing.App.Configuration;

namespace Minqing.Web.Commands;

/// <summary>The options of every command that needs the settings, and the way from the options to them.</summary>
internal sealed class SettingsOptions
{
    private readonly Option<string> data = new("--data") { Description = "The folder of this installation's data.", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> urls = new("--urls") { Description = "Where to listen, as http://127.0.0.1:5311." };
    private readonly Option<string?> postgres = new("--postgres") { Description = "PostgreSQL instead of the embedded database: its connection string." };
    private readonly Option<string?> profile = new("--profile") { Description = "The city's rules: a folder below profiles/, or a path." };
    private readonly Option<string?> clock = new("--clock") { Description = "Demonstrations only: the program's time is the instant in this file." };
    private readonly Option<string[]> more = new("--set") { Description = "Any other setting, as log=json." };

    public SettingsOptions AddTo(Command command)
    {
        foreach (var option in new Option[] { data, urls, postgres, profile, clock, more })
            command.Add(option);
        return this;
    }

    /// <summary>The settings; null when they cannot be used, which was then said on the error stream.</summary>
    public Settings? Read(ParseResult parse, IReadOnlyDictionary<string, string>? usual = null)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in parse.GetValue(more) ?? [])
            given[setting.Split('=')[0]] = setting.Contains('=', StringComparison.Ordinal) ? setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..] : "";
        Put("urls", urls);
        Put("postgres", postgres);
        Put("profile", profile);
        Put("clock-file", clock);

        var settings = SettingsSources.Load(parse.GetRequiredValue(data), given, Environment.GetEnvironmentVariables(), usual);
        if (settings.Problem is not { } problem)
            return settings.Value;
        parse.InvocationConfiguration.Error.WriteLine(problem);
        return null;

        void Put(string key, Option<string?> option)
        {
            if (parse.GetValue(option) is { } value)
                given[key] = value;
        }
    }
}
