using System.CommandLine;
using Minqing.Storage.Vault;
using Minqing.Web.Composition;

namespace Minqing.Web.Commands;

/// <summary><c>minqing serve</c>: answers people and machines until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serves pages and interfaces (the default).");
        var options = new SettingsOptions().AddTo(command);
        command.SetAction(async (parse, ct) =>
        {
            if (options.Read(parse) is not { } settings)
                return 2;

            await using var app = Site.Create(settings);
            try
            {
                await Preparation.RunAsync(app.Services, ct);
            }
            catch (Exception e) when (e is KeyFileException or InvalidDataException or IOException or System.Data.Common.DbException)
            {
                // What an operator can mend is said in one line; anything else is a bug and shows its trace.
                await parse.InvocationConfiguration.Error.WriteLineAsync(e.Message.AsMemory(), ct);
                return 1;
            }

            await app.RunAsync(ct);
            return 0;
        });
        return command;
    }
}
