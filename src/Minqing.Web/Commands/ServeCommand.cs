using System.CommandLine;
using Minqing.Web.Shared;

namespace Minqing.Web.Commands;

/// <summary><c>minqing serve</c>: answers people and machines until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Serves pages and interfaces (the default).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parse, ct) =>
        {
            var builder = WebApplication.CreateBuilder([.. parse.UnmatchedTokens]);
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddMinqingPages();

            await using var app = builder.Build();
            app.UseMinqingPages();
            app.MapMinqingPages();
            await app.RunAsync(ct);
            return 0;
        });
        return command;
    }
}
