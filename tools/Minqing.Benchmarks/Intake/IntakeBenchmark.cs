using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;
using Spectre.Console;

namespace Minqing.Benchmarks.Intake;

/// <summary><c>benchmarks intake</c>: reports accepted by the JSON interface, against a bare endpoint that inserts the same rows; both in one process, in turns.</summary>
internal static class IntakeBenchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static Command Make()
    {
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 32, Description = "Callers at once." };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 10, Description = "How long each side is measured." };
        var only = new Option<DatabaseKind?>("--only") { Description = "One database instead of both." };
        var command = new Command("intake", "Accepting reports, against a bare endpoint that inserts the same rows.") { connections, seconds, only };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), parse.GetValue(connections), TimeSpan.FromSeconds(parse.GetValue(seconds)), ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind? only, int connections, TimeSpan time, CancellationToken ct)
    {
        var table = new Table().AddColumns("intake", "who", "reports/s", "of bare", "median ms", "p99 ms", "refused");
        foreach (var kind in Enum.GetValues<DatabaseKind>().Where(k => only is null || only == k))
            await MeasureAsync(kind, connections, time, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, int connections, TimeSpan time, Table table, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(kind, ct);
        var settings = Town.SettingsOf(bed, await bed.DatabaseAsync("program", ct));
        LoadFigures bare, alone;
        Reports reports;
        await using (var town = await Town.ServeAsync(settings, loops: false, ct))
        {
            reports = new Reports((await town.FillAsync(bed.Folder, ct)).Codes);
            var copies = await OfOneAsync(town, reports, ct);
            await using var insert = await BareInsertAsync(copies, await bed.DatabaseAsync("bare", ct), ct);
            await using var server = await BareServer.ServeAsync(copies, insert, ct);
            foreach (var address in new[] { server.Address, town.Address })
                await RunAsync(address, WarmUp);
            bare = await RunAsync(server.Address, time / 2);
            alone = await RunAsync(town.Address, time);
            bare += await RunAsync(server.Address, time / 2);
        }

        // Messages of so many reports wait now; what is told here is how new ones are taken while theirs are sent.
        await using var busy = await Town.ServeAsync(settings, loops: true, ct);
        await RunAsync(busy.Address, WarmUp);
        var working = await RunAsync(busy.Address, time);
        Row("bare", bare);
        Row("program", alone);
        Row("program and its background work", working);

        Task<LoadFigures> RunAsync(Uri address, TimeSpan span) => Load.RunAsync(address, connections, span, reports.Next, ct);

        void Row(string who, LoadFigures f) => table.AddRow([kind.ToString(), who, .. new object[] { Math.Round(f.PerSecond), Math.Round(f.PerSecond / bare.PerSecond, 2), Math.Round(f.Share(0.5), 1), Math.Round(f.Share(0.99), 1), f.Failed }
            .Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)!)]);
    }

    /// <summary>The rows that one accepted report leaves.</summary>
    public static async Task<Copies> OfOneAsync(Town town, Reports reports, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = town.Address };
        (await http.SendAsync(reports.Next(), ct)).EnsureSuccessStatusCode();
        await using var scope = town.Services.CreateAsyncScope();
        return await Copies.ReadAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), ct);
    }

    private static async Task<IBareInsert> BareInsertAsync(Copies copies, DatabaseSettings database, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddMinqingApp(new() { Data = Path.GetTempPath(), Database = database }).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Migrator.ApplyAsync(scope.ServiceProvider.GetRequiredService<MinqingDb>(), DateTime.UnixEpoch, ct);
        return database.Kind == DatabaseKind.Sqlite ? new SqliteInsert(copies, database.Connection) : new PostgresInsert(copies, database.Connection);
    }
}
