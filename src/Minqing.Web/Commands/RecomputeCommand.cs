using System.CommandLine;
using Minqing.App;
using Minqing.App.Appeals.Timing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;

namespace Minqing.Web.Commands;

/// <summary><c>minqing recompute --preview|--apply</c>: open limits by calendar and rules as they stand now.</summary>
internal static class RecomputeCommand
{
    private static readonly Option<bool> Preview = new("--preview") { Description = "Show what would move; nothing is changed." };
    private static readonly Option<bool> Apply = new("--apply") { Description = "Move it." };

    public static Command Make()
    {
        var command = new Command("recompute", "Counts the open limits again, after the calendar or the rules were changed.") { Preview, Apply };
        var options = new SettingsOptions().AddTo(command);
        command.Validators.Add(parse =>
        {
            if (parse.GetValue(Preview) == parse.GetValue(Apply))
                parse.AddError("Say --preview or --apply.");
        });
        command.SetAction((parse, ct) => Operators.TellAsync(parse.InvocationConfiguration.Error, async () =>
        {
            if (options.Read(parse) is not { } settings)
                return 2;

            await using var services = new ServiceCollection().AddLogging().AddMinqingApp(settings).BuildServiceProvider();
            await using var scope = services.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<RecomputeLimits>().RunAsync(parse.GetValue(Apply), ct);
            await TellAsync(found, parse.GetValue(Apply), parse.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    private static async Task TellAsync(Recomputed found, bool applied, TextWriter output)
    {
        foreach (var moved in found.Moved)
            await output.WriteLineAsync($"{ReportNumber.Grouped(moved.Number)}  {moved.Kind.Name()}  {Spoken.Exact(moved.From)} → {Spoken.Exact(moved.To)}");
        await output.WriteLineAsync($"{found.Open:N0} open appeals: {found.Moved.Count(m => m.To > m.From):N0} limits {(applied ? "moved" : "would move")} later, {found.Moved.Count(m => m.To < m.From):N0} earlier. Those extended keep the day that was granted.");
    }
}
