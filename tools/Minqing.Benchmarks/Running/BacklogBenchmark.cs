using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.App.Appeals;
using Minqing.App.Running;
using Minqing.Benchmarks.Beds;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Spectre.Console;

namespace Minqing.Benchmarks.Running;

/// <summary><c>benchmarks backlog</c>: after an outage so many first-call limits have passed. How long until all have fired, how many a second (D-07).</summary>
internal static class BacklogBenchmark
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static Command Make()
    {
        var count = new Option<int>("--count") { Description = "How many clocks are overdue.", DefaultValueFactory = _ => 100_000 };
        var only = ManyAppeals.OnlyOption();
        var command = new Command("backlog", "Firing overdue timers after an outage (D-07).") { count, only };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), parse.GetValue(count), ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind? only, int count, CancellationToken ct)
    {
        var table = new Table().AddColumns("backlog", "clocks", "seconds", "clocks/s", "processor seconds");
        foreach (var kind in ManyAppeals.Both(only))
        {
            await using var bed = await Bed.MakeAsync(kind, ct);
            table.AddFigures(await RunAsync(await bed.DatabaseAsync("backlog", ct), bed.Folder, count, ct));
        }

        return table;
    }

    private static async Task<object[]> RunAsync(DatabaseSettings database, string data, int count, CancellationToken ct)
    {
        var clock = new MovableClock(Morning);
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddSimpleConsole())
            .AddSingleton<TimeProvider>(clock)
            .AddMinqingApp(new() { Data = data, Database = database })
            .BuildServiceProvider();
        await SeedAsync(services, count, clock.Now(), ct);

        clock.Move(TimeSpan.FromHours(1));
        var (before, used, watch) = (await EntriesAsync(services, ct), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await services.GetRequiredService<FireClocks>().AllDueAsync(ct);
        watch.Stop();
        var fired = await EntriesAsync(services, ct) - before;
        return [database.Kind, fired, Math.Round(watch.Elapsed.TotalSeconds, 1), Math.Round(fired / watch.Elapsed.TotalSeconds), Math.Round((Environment.CpuUsage.TotalTime - used).TotalSeconds, 1)];
    }

    private static async Task SeedAsync(ServiceProvider services, int count, DateTime now, CancellationToken ct)
    {
        var rules = services.GetRequiredService<RuleBook>().For("62/");
        await using (var scope = services.CreateAsyncScope())
        {
            await Migrator.ApplyAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), now, ct);
        }

        foreach (var chunk in Enumerable.Range(0, count).Chunk(500))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
            db.Reports.AddRange(chunk.Select(_ => Received(rules, new By(Actor.Reporter, now))));
            await db.SaveChangesAsync(ct);
        }
    }

    private static async Task<int> EntriesAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MinqingDb>().Journal.CountAsync(ct);
    }

    private static Report Received(Rules rules, By by)
    {
        var (id, words) = (Guid.CreateVersion7(), new Written(Guid.CreateVersion7(), "楼下积水", [1]));
        return Report.Receive(
            new(id),
            new(
                id.ToString("N"), new(Guid.CreateVersion7()), Channel.Code, new(new(Guid.Empty), "62/04/02/", "楼下"), LocalTime.DayOf(by.At), words.Id, [],
                rules.Profile.Categories[0].Code, false, true, ["tier1:00000000000000000000000000000001", "tier2:00000000000000000000000000000002"], null, rules.Profile.Id, rules.Profile.Version),
            words, [], Urgency.Normal, rules, by);
    }
}
