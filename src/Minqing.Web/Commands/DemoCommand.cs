using System.CommandLine;
using System.CommandLine.Parsing;
using Minqing.App;
using Minqing.Web.Composition;
using Minqing.Web.Demo;

namespace Minqing.Web.Commands;

/// <summary><c>minqing demo</c>: fills an empty database with a made-up city's people, then serves it.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var fresh = new Option<bool>("--fresh") { Description = "Throws the demonstration's data away and starts over." };
        var fill = new Option<bool>("--fill-only") { Description = "Ends when the data is there." };
        var handset = new Option<Uri>("--handset")
        {
            Description = "Where the phones are: gateway and page of messages.",
            CustomParser = given => Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var uri) ? uri : Refuse(given),
            DefaultValueFactory = _ => new("http://127.0.0.1:5312"),
        };
        var command = new Command("demo", "A demonstration: real divisions, made-up officials, codes and accounts.") { fresh, fill, handset };
        var options = new SettingsOptions().AddTo(command);
        command.SetAction((parse, ct) => Operators.TellAsync(parse.InvocationConfiguration.Error, async () =>
        {
            var (output, phones) = (parse.InvocationConfiguration.Output, parse.GetRequiredValue(handset));
            if (options.Read(parse, Usual(phones)) is not { } settings)
                return 2;
            if (!parse.GetValue(fill) && Addresses.Taken(settings.Urls) is { } taken)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(taken);
                return 2;
            }

            await using var app = Site.Create(settings, builder => builder.Services.AddDemo());
            await PrepareAsync(app.Services, parse.GetValue(fresh), ct);
            var code = await FillAsync(app.Services, output, ct);
            if (parse.GetValue(fill))
                return 0;

            await app.StartAsync(ct);
            await app.Services.GetRequiredService<DemoBoard>().ShowAsync(code, phones, output, colours: ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }));
        return command;
    }

    // The handset is the gateway, so that the whole path is real.
    private static Dictionary<string, string> Usual(Uri handset) => new() { ["sms.address"] = new Uri(handset, "/sms").ToString() };

    private static Uri? Refuse(ArgumentResult given)
    {
        given.AddError($"--handset: \"{given.Tokens[0].Value}\" cannot be used, an address such as http://127.0.0.1:5312 is expected");
        return null;
    }

    private static async Task PrepareAsync(IServiceProvider services, bool fresh, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var mark = scope.ServiceProvider.GetRequiredService<DemoMark>();
            if (fresh)
                await mark.RemoveAsync(ct);
            await mark.CreateAsync(ct);
        }

        await Preparation.RunAsync(services, ct, demonstration: true);
    }

    private static async Task<DemoCode?> FillAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<Settings>();
        await output.WriteLineAsync($"数据 Data  {settings.Data}");
        return await scope.ServiceProvider.GetRequiredService<DemoFill>().RunAsync(output.WriteLine, ct);
    }
}
