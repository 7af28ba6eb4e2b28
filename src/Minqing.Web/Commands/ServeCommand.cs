using System.CommandLine;
using Minqing.Web.Composition;

namespace Minqing.Web.Commands;

/// <summary><c>minqing serve</c>: answers people and machines until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serves pages and interfaces (the default).");
        var options = new SettingsOptions().AddTo(command);
        command.SetAction((parse, ct) => Operators.TellAsync(parse.InvocationConfiguration.Error, async () =>
        {
            if (options.Read(parse) is not { } settings)
                return 2;
            if (Addresses.Taken(settings.Urls) is { } taken)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(taken);
                return 2;
            }

            await using var app = Site.Create(settings);
            await Preparation.RunAsync(app.Services, ct);
            await app.RunAsync(ct);
            return 0;
        }));
        return command;
    }
}
