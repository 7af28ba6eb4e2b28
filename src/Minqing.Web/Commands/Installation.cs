using System.CommandLine;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.Storage;

namespace Minqing.Web.Commands;

/// <summary>The way of a command into an installation: its database, brought up to date, and its use cases.</summary>
internal sealed class Installation(Command command)
{
    private readonly SettingsOptions options = new SettingsOptions().AddTo(command);

    /// <summary>Runs something with the services of the installation; 2 when its settings cannot be used.</summary>
    public async Task<int> RunAsync(ParseResult parse, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        if (options.Read(parse) is not { } settings)
            return 2;

        Directory.CreateDirectory(settings.Data);
        await using var services = new ServiceCollection().AddLogging().AddMinqingApp(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Migrator.ApplyAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), services.GetRequiredService<TimeProvider>().Now(), ct);
        return await run(scope.ServiceProvider);
    }
}
