using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;

namespace Minqing.Benchmarks.Intake;

/// <summary>One database: the bare endpoint and the program in turns, then the program with its background work.</summary>
internal sealed record IntakeRun(IntakeFigures Bare, IntakeFigures Program, IntakeFigures Busy, int BareWaits, int ProgramWaits)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    public static async Task<IntakeRun> OnAsync(DatabaseKind kind, IntakeLoad load, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(kind, ct);
        var settings = Town.SettingsOf(bed, await bed.DatabaseAsync("program", ct));
        var (bare, program) = (IntakeFigures.None, IntakeFigures.None);
        int bareWaits, programWaits;
        Reports reports;
        await using (var town = await Town.ServeAsync(settings, loops: false, ct))
        {
            reports = new Reports((await town.FillAsync(bed.Folder, ct)).Codes);
            var copies = await OfOneAsync(town, reports, ct);
            var own = await bed.DatabaseAsync("bare", ct);
            await using var insert = await BareInsertAsync(copies, own, ct);
            await using var server = await BareServer.ServeAsync(copies, insert, ct);
            foreach (var address in new[] { server.Address, town.Address })
                await RunAsync(address, WarmUp);
            for (var turn = 0; turn < load.Turns; turn++)
            {
                bare += await RunAsync(server.Address, load.Time / load.Turns);
                program += await RunAsync(town.Address, load.Time / load.Turns);
            }

            bareWaits = await WaitsAsync(server.Address);
            programWaits = await WaitsAsync(town.Address);
            await SameRows.CheckAsync(copies, town, own, ct);
        }

        // Messages of so many reports wait now; what is told here is how new ones are taken while theirs are sent.
        await using var busy = await Town.ServeAsync(settings, loops: true, ct);
        await RunAsync(busy.Address, WarmUp);
        return new(bare, program, await RunAsync(busy.Address, load.Time), bareWaits, programWaits);

        Task<int> WaitsAsync(Uri address) => Questions.OfAsync(async () =>
        {
            using var http = new HttpClient { BaseAddress = address };
            (await http.SendAsync(reports.Next(), ct)).EnsureSuccessStatusCode();
        });

        async Task<IntakeFigures> RunAsync(Uri address, TimeSpan span)
        {
            var used = bed.ServerCpu;
            return new(await Load.RunAsync(address, load.Connections, span, reports.Next, ct), bed.ServerCpu - used);
        }
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

/// <summary>What came of one side's turns, and the processor time of the database's server meanwhile.</summary>
internal sealed record IntakeFigures(LoadFigures Load, TimeSpan Server)
{
    public static IntakeFigures None { get; } = new(LoadFigures.None, TimeSpan.Zero);

    public static IntakeFigures operator +(IntakeFigures a, IntakeFigures b) => new(a.Load + b.Load, a.Server + b.Server);
}
