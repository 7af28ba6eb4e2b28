using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Appeals.Searching;
using Minqing.App.People;
using Minqing.App.Regions.Searching;
using Minqing.Benchmarks.Beds;
using Minqing.Benchmarks.Intake;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Searching;
using Spectre.Console;

namespace Minqing.Benchmarks.Searching;

/// <summary><c>benchmarks search</c>: what the hotline desk asks while somebody types, with few and with very many appeals, all of one township.</summary>
internal static class SearchBenchmark
{
    private const int Few = 10_000;
    private const int WarmUp = 50;
    private const int Times = 301;

    public static Command Make()
    {
        var appeals = new Option<int>("--appeals") { DefaultValueFactory = _ => 1_000_000, Description = "How many are very many." };
        var only = new Option<DatabaseKind?>("--only") { Description = "One database instead of both." };
        var plan = new Option<bool>("--plan") { Description = "Shows how the database finds duplicates." };
        var command = new Command("search", "The desk's search for duplicates and places with 10,000 and with 1,000,000 appeals.") { appeals, only, plan };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), parse.GetValue(appeals), ct, parse.GetValue(plan)));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind? only, int many, CancellationToken ct, bool plan = false)
    {
        var table = new Table().AddColumns("search", "what", "appeals", "median, ms", "95 of 100, ms", "longest, ms", "filled in, s");
        foreach (var kind in Enum.GetValues<DatabaseKind>().Where(k => only is null || only == k))
            await MeasureAsync(kind, many, plan, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, int many, bool plan, Table table, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(kind, ct);
        await using var town = await Town.ServeAsync(Town.SettingsOf(bed, await bed.DatabaseAsync("program", ct)), loops: false, ct);
        var (codes, officials) = await town.FillAsync(bed.Folder, ct);
        var copies = await IntakeRun.OfOneAsync(town, new(codes), ct);
        await using var scope = town.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        db.Database.SetCommandTimeout(1800);
        var (fill, said) = (new SearchFill(copies, db), new Sayings(db));
        var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(officials.First(o => o.Role == Role.CountyCentre).Person, null, "benchmark", ct);

        var from = 0;
        foreach (var to in new[] { Math.Min(Few, many), many }.Distinct())
        {
            var watch = Stopwatch.StartNew();
            await fill.ToAsync(from, to, ct);
            await said.FillAsync(from, ct);
            await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Postgres ? "vacuum analyze" : "analyze", ct);
            (from, var filled) = (to, watch.Elapsed.TotalSeconds);
            Row("duplicates, 15 signs", to, filled, await TimesAsync<FindSimilar>(town, (use, i) => use.RunAsync(viewer, said.Typed(i, 15), said.Path, ct)));
            Row("duplicates, 60 signs", to, filled, await TimesAsync<FindSimilar>(town, (use, i) => use.RunAsync(viewer, said.Typed(i, 60), said.Path, ct)));
            Row("duplicates, no place yet", to, filled, await TimesAsync<FindSimilar>(town, (use, i) => use.RunAsync(viewer, said.Typed(i, 30), null, ct)));
            IReadOnlyList<RegionPath> areas = [.. viewer.Scope(Permission.TakeDown).Reaches.Select(r => r.Area!.Value)];
            Row("places", to, filled, await TimesAsync<FindPlaces>(town, (use, i) => use.RunAsync(areas, (i % 3) switch { 0 => "社区", 1 => "sq", _ => "hw 1" }, ct)));
            if (plan)
                AnsiConsole.WriteLine(await PlanAsync(town, db, said, ct));
        }

        void Row(string what, int of, double filled, double[] took) => table.AddRow([kind.ToString(), what, .. new object[] { of, Math.Round(took[Times / 2], 1), Math.Round(took[Times * 95 / 100], 1), Math.Round(took[^1], 1), Math.Round(filled) }
            .Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)!)]);
    }

    private static async Task<string> PlanAsync(Town town, MinqingDb db, Sayings said, CancellationToken ct)
    {
        var words = await town.Services.GetRequiredService<CommonWords>().RarestAsync(db, Bigrams.Of(said.Typed(1, 60)), ct);
        return await Plan.OfAsync(db, db.Newest(SearchText.Area(said.Path), words, 600), ct);
    }

    // Each in a scope of its own, as a request is.
    private static async Task<double[]> TimesAsync<T>(Town town, Func<T, int, Task> run)
        where T : notnull
    {
        var took = new List<double>();
        for (var i = 0; i < WarmUp + Times; i++)
        {
            await using var scope = town.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            await run(scope.ServiceProvider.GetRequiredService<T>(), i);
            if (i >= WarmUp)
                took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return [.. took.Order()];
    }
}
