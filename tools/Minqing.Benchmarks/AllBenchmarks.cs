using System.CommandLine;
using Minqing.Benchmarks.Citizen;
using Minqing.Benchmarks.Intake;
using Minqing.Benchmarks.Lists;
using Spectre.Console;

namespace Minqing.Benchmarks;

/// <summary><c>benchmarks all</c>: intake, reading and the citizen's page, one table.</summary>
internal static class AllBenchmarks
{
    private const string LoadAverage = "/proc/loadavg";

    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(10);

    public static Command Make()
    {
        var appeals = new Option<int>("--appeals") { DefaultValueFactory = _ => 1_000_000, Description = "How many are very many." };
        var command = new Command("all", "Everything that needs no input, in one table.") { appeals };
        command.SetAction(async (parse, ct) =>
        {
            var before = await File.ReadAllTextAsync(LoadAverage, ct);
            var table = new Table().HideHeaders().AddColumn("");
            table.AddRow(await IntakeBenchmark.MeasureAsync(null, new(32, Seconds, 4), ct));
            table.AddRow(await ListsBenchmark.MeasureAsync(null, parse.GetValue(appeals), ct));
            table.AddRow(await CitizenBenchmark.MeasureAsync(Seconds, ct));
            table.AddRow(new Text($"{Environment.ProcessorCount} processors; load of the machine before: {before.Trim()}; after: {(await File.ReadAllTextAsync(LoadAverage, ct)).Trim()}"));
            AnsiConsole.Write(table);
            return 0;
        });
        return command;
    }
}
