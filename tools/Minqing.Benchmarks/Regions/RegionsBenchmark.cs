using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Regions.Importing;
using Minqing.Storage;
using Spectre.Console;

namespace Minqing.Benchmarks.Regions;

/// <summary><c>benchmarks regions FILE.csv</c>: the whole country's divisions into each database, again without a change, and "everything below" a province, a city, a county, a town.</summary>
internal static class RegionsBenchmark
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "What tools/divisions/divisions.mjs writes." }.AcceptExistingOnly();
        var postgres = new Option<string?>("--postgres") { Description = "The connection string of an empty PostgreSQL database; only SQLite is measured without it." };
        var command = new Command("regions", "Import of all divisions, and subtrees as index ranges (O-01, O-02).") { file, postgres };
        command.SetAction(async (parse, ct) =>
        {
            var csv = await File.ReadAllBytesAsync(parse.GetRequiredValue(file).FullName, ct);
            var folder = Directory.CreateTempSubdirectory("minqing-regions-");
            await RunAsync(new(DatabaseKind.Sqlite, $"Data Source={Path.Combine(folder.FullName, "minqing.db")}"), folder.FullName, csv, ct);
            if (parse.GetValue(postgres) is { } connection)
                await RunAsync(new(DatabaseKind.Postgres, connection), folder.FullName, csv, ct);
            folder.Delete(recursive: true);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(DatabaseSettings database, string data, byte[] csv, CancellationToken ct)
    {
        AnsiConsole.MarkupLine($"[bold]{database.Kind}[/]");
        await using var services = new ServiceCollection().AddLogging().AddMinqingApp(new Settings { Data = data, Database = database }).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
            await Migrator.ApplyAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), DateTime.UnixEpoch, ct);

        var imports = new Spectre.Console.Table().AddColumns("import", "rows", "added", "changed", "the same", "seconds", "rows/s", "peak MB");
        foreach (var name in new[] { "first", "dry run", "second" })
            await ImportAsync(services, name, csv, imports, ct);
        AnsiConsole.Write(imports);

        await using var reading = services.CreateAsyncScope();
        var db = reading.ServiceProvider.GetRequiredService<MinqingDb>();
        await db.Database.ExecuteSqlRawAsync("analyze", ct);
        AnsiConsole.Write(await Subtrees.MeasureAsync(db, ct));
    }

    private static async Task ImportAsync(ServiceProvider services, string name, byte[] csv, Spectre.Console.Table into, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        var done = (await scope.ServiceProvider.GetRequiredService<ImportRegions>().RunAsync(csv, new(DryRun: name == "dry run"), null, ct)).Value;
        var seconds = watch.Elapsed.TotalSeconds;
        into.AddRow([name, .. new object[] { done.Rows, done.Added, done.Changed, done.Same, Math.Round(seconds, 1), Math.Round(done.Rows / seconds), Process.GetCurrentProcess().PeakWorkingSet64 >> 20 }
            .Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)!)]);
    }
}
