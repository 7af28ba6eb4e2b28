using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.Benchmarks.Beds;
using Minqing.Benchmarks.Intake;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Web.Demo;
using Spectre.Console;

namespace Minqing.Benchmarks.Ledger;

/// <summary><c>benchmarks ledger</c>: a page of a county's ledger with very many appeals in the database, by every kind of condition.</summary>
internal static class LedgerBenchmark
{
    private const int WarmUp = 3;
    private const int Times = 15;

    public static Command Make()
    {
        var appeals = new Option<int>("--appeals") { DefaultValueFactory = _ => 1_000_000, Description = "How many, all in one county, over a year." };
        var only = new Option<DatabaseKind?>("--only") { Description = "One database instead of both." };
        var command = new Command("ledger", "A county's ledger with 1,000,000 appeals.") { appeals, only };
        command.SetAction(async (parse, ct) =>
        {
            var table = new Table().AddColumns("ledger", "appeals", "asked", "median, ms", "slowest, ms", "lines");
            foreach (var kind in Enum.GetValues<DatabaseKind>().Where(k => parse.GetValue(only) is not { } one || one == k))
                await MeasureAsync(kind, parse.GetValue(appeals), table, ct);
            AnsiConsole.Write(table);
            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(DatabaseKind kind, int many, Table table, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(kind, ct);
        await using var town = await Town.ServeAsync(Town.SettingsOf(bed, await bed.DatabaseAsync("program", ct)), loops: false, ct);
        var (codes, officials) = await town.FillAsync(bed.Folder, ct);
        var copies = await IntakeRun.OfOneAsync(town, new(codes), ct);
        await using var scope = town.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        db.Database.SetCommandTimeout(600);
        await new LedgerFill(copies, db).RunAsync(many, ct);
        await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Postgres ? "vacuum analyze" : "analyze", ct);

        var (county, village) = (await OfAsync(town, officials, Role.CountyHead, ct), await OfAsync(town, officials, Role.VillageSecretary, ct));
        var half = new LedgerCursor((await db.Appeals.MinAsync(a => a.ReceivedAt, ct)).AddSeconds(many * 15.0), new(Guid.Empty));
        (string Name, Viewer Viewer, LedgerFilter Filter, LedgerCursor? After)[] asked =
        [
            ("county, all", county, LedgerFilter.None, null),
            ("county, all, half way down", county, LedgerFilter.None, half),
            ("village, all", village, LedgerFilter.None, null),
            ("county, a day", county, new() { From = LocalTime.DayOf(half.At), To = LocalTime.DayOf(half.At) }, null),
            ("county, handling", county, new() { Stage = Stage.Handling }, null),
            ("county, late", county, new() { Mark = LedgerMark.Late }, null),
            ("county, one unit", county, new() { Unit = "社区" }, null),
            ("county, returned", county, new() { Mark = LedgerMark.Returned }, null),
            ("county, words not there", county, new() { Words = "没有这句话" }, null),
        ];
        foreach (var (name, viewer, filter, after) in asked)
            Add(table, kind, many, name, await TimeAsync(town, s => PageAsync(s, viewer, filter, after, ct)));
        Add(table, kind, many, "county, counts", await TimeAsync(town, async s => (await s.GetRequiredService<CountLedger>().RunAsync(county, null, ct)).Stages.Values.Sum()));
    }

    private static void Add(Table table, DatabaseKind kind, int many, string asked, (double Median, double Slowest, int Lines) took) =>
        table.AddRow([kind.ToString(), .. new object[] { many, asked, Math.Round(took.Median, 1), Math.Round(took.Slowest, 1), took.Lines }.Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)!)]);

    private static async Task<int> PageAsync(IServiceProvider services, Viewer viewer, LedgerFilter filter, LedgerCursor? after, CancellationToken ct) =>
        (await services.GetRequiredService<ReadLedger>().RunAsync(viewer, filter, after, ReadLedger.PageSize, ct)) is { Ok: true, Value: var page } ? page.Rows.Count : throw new InvalidOperationException("Refused.");

    private static async Task<Viewer> OfAsync(Town town, IReadOnlyList<DemoOfficial> officials, Role role, CancellationToken ct)
    {
        foreach (var person in officials.Where(o => o.Role == role).Select(o => o.Person).Distinct())
        {
            await using var scope = town.Services.CreateAsyncScope();
            var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(person, null, "benchmark", ct);
            if (viewer.Posts.Any(p => p.Role == role))
                return viewer;
        }

        throw new InvalidOperationException($"Nobody is {role}.");
    }

    // Each in a scope of its own, as a request is.
    private static async Task<(double Median, double Slowest, int Lines)> TimeAsync(Town town, Func<IServiceProvider, Task<int>> ask)
    {
        var (took, lines) = (new List<double>(), 0);
        for (var i = 0; i < WarmUp + Times; i++)
        {
            await using var scope = town.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            lines = await ask(scope.ServiceProvider);
            if (i >= WarmUp)
                took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (took.Order().ElementAt(Times / 2), took.Max(), lines);
    }
}
