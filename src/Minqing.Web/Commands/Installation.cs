using System.CommandLine;
using Minqing.App;
using Minqing.App.Configuration;
using Minqing.App.Kernel;
using Minqing.Storage;

namespace Minqing.Web.Commands;

/// <summary>The options that say which installation a command works on, and the way into it: its database, brought up to date, and its use cases.</summary>
internal sealed class Installation
{
    private readonly Option<string> data = new("--data") { Description = "The folder of this installation's data.", DefaultValueFactory = _ => "data" };
    private readonly Option<string?> postgres = new("--postgres") { Description = "PostgreSQL instead of the embedded database: its connection string." };

    public Installation(Command command)
    {
        command.Add(data);
        command.Add(postgres);
    }

    /// <summary>Runs something with the services of the installation; 2 when its settings cannot be used.</summary>
    public async Task<int> RunAsync(ParseResult parse, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        Dictionary<string, string> given = parse.GetValue(postgres) is { } connection ? new() { ["postgres"] = connection } : [];
        var settings = SettingsSources.Load(parse.GetRequiredValue(data), given, Environment.GetEnvironmentVariables());
        if (settings.Problem is { } problem)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync($"{problem}".AsMemory(), ct);
            return 2;
        }

        Directory.CreateDirectory(settings.Value.Data);
        await using var services = new ServiceCollection().AddLogging().AddMinqingApp(settings.Value).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Migrator.ApplyAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), services.GetRequiredService<TimeProvider>().Now(), ct);
        return await run(scope.ServiceProvider);
    }
}
