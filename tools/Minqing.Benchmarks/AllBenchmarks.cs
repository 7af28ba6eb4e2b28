using System.CommandLine;
using Minqing.Benchmarks.Beds;
using Minqing.Benchmarks.Citizen;
using Minqing.Benchmarks.Intake;
using Minqing.Benchmarks.Lists;
using Minqing.Benchmarks.Regions;
using Minqing.Benchmarks.Running;
using Minqing.Benchmarks.Searching;
using Spectre.Console;

namespace Minqing.Benchmarks;

/// <summary><c>benchmarks all</c>: intake, reading, an outage's backlog, the citizen's page, start, memory, divisions: one table.</summary>
internal static class AllBenchmarks
{
    private const string LoadAverage = "/proc/loadavg";

    public static Command Make()
    {
        var appeals = ManyAppeals.AppealsOption();
        var clocks = new Option<int>("--clocks") { DefaultValueFactory = _ => 100_000, Description = "How many are overdue after the outage." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 12, Description = "How long each load lasts." };
        var regions = new Option<FileInfo?>("--regions") { Description = "The whole country's divisions as tools/divisions writes them; without it those of Baiyin." };
        var command = new Command("all", "Everything, in one table.") { appeals, clocks, seconds, regions };
        command.SetAction(async (parse, ct) =>
        {
            var (before, time) = (await File.ReadAllTextAsync(LoadAverage, ct), TimeSpan.FromSeconds(parse.GetValue(seconds)));
            var divisions = parse.GetValue(regions) ?? new(Path.Combine(AppContext.BaseDirectory, "profiles/baiyin/regions.csv"));
            var table = new Table().HideHeaders().AddColumn("");
            table.AddRow(await IntakeBenchmark.MeasureAsync(null, new(32, time, 4), ct));
            table.AddRow(await ListsBenchmark.MeasureAsync(new(null, parse.GetValue(appeals)), ct));
            table.AddRow(await SearchBenchmark.MeasureAsync(new(null, parse.GetValue(appeals)), ct));
            table.AddRow(await BacklogBenchmark.MeasureAsync(null, parse.GetValue(clocks), ct));
            table.AddRow(await CitizenBenchmark.MeasureAsync(time, ct));
            foreach (var part in await RegionsBenchmark.MeasureAsync(null, divisions, ct))
                table.AddRow(part);
            table.AddRow(new Text($"{Environment.ProcessorCount} processors; load of the machine before: {before.Trim()}; after: {(await File.ReadAllTextAsync(LoadAverage, ct)).Trim()}"));
            AnsiConsole.Write(table);
            return 0;
        });
        return command;
    }
}
