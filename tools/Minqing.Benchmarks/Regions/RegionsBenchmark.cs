using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Regions.Importing;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;
using Spectre.Console;

namespace Minqing.Benchmarks.Regions;

/// <summary><c>benchmarks regions FILE.csv</c>: the whole country's divisions into each database, again without a change, and "everything below" a province, a city, a county, a town.</summary>
internal static class RegionsBenchmark
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "What tools/divisions/divisions.mjs writes." }.AcceptExistingOnly();
        var only = ManyAppeals.OnlyOption();
        var command = new Command("regions", "Import of all divisions, and subtrees as index ranges (O-01, O-02).") { file, only };
        command.SetAction(async (parse, ct) =>
        {
            foreach (var part in await MeasureAsync(parse.GetValue(only), parse.GetRequiredValue(file), ct))
                AnsiConsole.Write(part);
            return 0;
        });
        return command;
    }

    public static async Task<IReadOnlyList<Spectre.Console.Table>> MeasureAsync(DatabaseKind? only, FileInfo file, CancellationToken ct)
    {
        var csv = await File.ReadAllBytesAsync(file.FullName, ct);
        var parts = new List<Spectre.Console.Table>();
        foreach (var kind in ManyAppeals.Both(only))
        {
            await using var bed = await Bed.MakeAsync(kind, ct);
            parts.AddRange(await RunAsync(await bed.DatabaseAsync("regions", ct), bed.Folder, csv, ct));
        }

        return parts;
    }

    private static async Task<IReadOnlyList<Spectre.Console.Table>> RunAsync(DatabaseSettings database, string data, byte[] csv, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddMinqingApp(new Settings { Data = data, Database = database }).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
            await Migrator.ApplyAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), DateTime.UnixEpoch, ct);

        var imports = new Spectre.Console.Table().AddColumns($"import, {database.Kind}", "rows", "added", "changed", "the same", "seconds", "rows/s", "peak MB");
        foreach (var name in new[] { "first", "dry run", "second" })
            await ImportAsync(services, name, csv, imports, ct);

        await using var reading = services.CreateAsyncScope();
        var db = reading.ServiceProvider.GetRequiredService<MinqingDb>();
        await db.Database.ExecuteSqlRawAsync("analyze", ct);
        return [imports, await Subtrees.MeasureAsync(db, ct)];
    }

    private static async Task ImportAsync(ServiceProvider services, string name, byte[] csv, Spectre.Console.Table into, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var done = (await scope.ServiceProvider.GetRequiredService<ImportRegions>().RunAsync(csv, new(DryRun: name == "dry run"), null, ct)).Value;
        var seconds = watch.Elapsed.TotalSeconds;
        into.AddFigures(name, done.Rows, done.Added, done.Changed, done.Same, Math.Round(seconds, 1), Math.Round(done.Rows / seconds), Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
    }
}
