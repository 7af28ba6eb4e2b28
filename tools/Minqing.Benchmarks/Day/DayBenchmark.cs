using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.App.Notices;
using Minqing.Benchmarks.Beds;
using Spectre.Console;

namespace Minqing.Benchmarks.Day;

/// <summary><c>benchmarks day</c>: a day of a whole city in so many seconds of real time, through the program's own use cases and the work of its loops.</summary>
internal static class DayBenchmark
{
    private const string LoadAverage = "/proc/loadavg";
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 30, 0, TimeSpan.FromHours(8));

    public static Command Make()
    {
        var reports = new Option<int>("--reports") { DefaultValueFactory = _ => 1000, Description = "How many people report." };
        var only = new Option<DatabaseKind>("--on") { DefaultValueFactory = _ => DatabaseKind.Sqlite, Description = "The database." };
        var command = new Command("day", "A day of Baiyin: 1,000 reports through all steps, faster than 60 s.") { reports, only };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), parse.GetValue(reports), ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind kind, int reports, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(kind, ct);
        var (clock, sms) = (new MovableClock(Morning), new CountedSms());
        await using var town = await Town.ServeAsync(Town.SettingsOf(bed, await bed.DatabaseAsync("day", ct)), loops: false, ct, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            services.Replace(ServiceDescriptor.Singleton<ISmsGateway>(sms));
        });
        var (codes, officials) = await town.FillAsync(bed.Folder, ct, all: true);
        var day = new CityDay(town, clock, codes, officials);
        await day.ReadyAsync(ct);
        var (before, used, watch) = (await File.ReadAllTextAsync(LoadAverage, ct), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await day.RunAsync(reports, ct);
        watch.Stop();

        if (reports <= 1000)
            Promised.AtMost(60, "s", $"a day of {reports} reports on {kind}", watch.Elapsed.TotalSeconds);
        var table = new Table().AddColumns($"a day of Baiyin on {kind}", "times", "ms each");
        foreach (var (what, times, each) in day.Steps.Concat(day.Loops))
            table.AddFigures(what, times, Math.Round(each, 1));
        table.AddFigures("SMS sent", sms.Count, null);
        table.AddFigures("all steps, s of real time", day.Steps.Sum(s => s.Times), Math.Round(watch.Elapsed.TotalSeconds, 1));
        table.AddFigures("processor, s", null, Math.Round((Environment.CpuUsage.TotalTime - used).TotalSeconds, 1));
        table.AddRow($"load before {before.Trim()}", "", "");
        table.AddRow($"load after {(await File.ReadAllTextAsync(LoadAverage, ct)).Trim()}", "", "");
        return table;
    }
}
