using System.CommandLine;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.Storage.Vault;

namespace Minqing.Web.Commands;

/// <summary><c>minqing keys</c>: another master key, and older entries wrapped by it.</summary>
internal static class KeysCommand
{
    public static Command Make()
    {
        var command = new Command("keys", "The master keys of the identity vault.");
        command.Add(Of("rotate", "Adds a master key. New entries use it from the next start on.", (settings, output, _) =>
        {
            var version = KeyFile.Rotate(PrepareKeys.MasterKeys(settings));
            return output.WriteLineAsync($"Master key {version} is in {PrepareKeys.MasterKeys(settings)}. Keep a copy of the file apart from the backups, then restart the program.");
        }));
        command.Add(Of("rewrap", "Wraps the data keys of older entries by the newest master key.", async (settings, output, ct) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddMinqingApp(settings).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<RewrapKeys>().RunAsync(ct);
            await output.WriteLineAsync($"{done.Value} entries wrapped anew.");
        }));
        return command;
    }

    private static Command Of(string name, string words, Func<Settings, TextWriter, CancellationToken, Task> run)
    {
        var command = new Command(name, words);
        var options = new SettingsOptions().AddTo(command);
        command.SetAction((parse, ct) => Operators.TellAsync(parse.InvocationConfiguration.Error, async () =>
        {
            if (options.Read(parse) is not { } settings)
                return 2;

            await run(settings, parse.InvocationConfiguration.Output, ct);
            return 0;
        }));
        return command;
    }
}
