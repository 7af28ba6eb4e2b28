using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Appeals.Searching;
using Minqing.App.Regions.Searching;
using Minqing.Benchmarks.Beds;
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

    public static Command Make() => ManyAppeals.Command("search", "The desk's search for duplicates and places with 10,000 and with 1,000,000 appeals.", MeasureAsync, plans: true);

    public static async Task<Table> MeasureAsync(ManyAppeals asked, CancellationToken ct)
    {
        var table = new Table().AddColumns("search", "what", "appeals", "median, ms", "95 of 100, ms", "longest, ms", "filled in, s");
        foreach (var kind in asked.Databases)
            await MeasureAsync(kind, asked, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, ManyAppeals asked, Table table, CancellationToken ct)
    {
        await using var place = await CaseTown.MakeAsync(kind, ct);
        var (town, fill, said) = (place.Town, new SearchFill(place.Copies, place.Db), new Sayings(place.Db));
        var viewer = await place.ViewerAsync(Role.CountyCentre, ct);

        var from = 0;
        foreach (var to in new[] { Math.Min(Few, asked.Appeals), asked.Appeals }.Distinct())
        {
            var watch = Stopwatch.StartNew();
            await fill.ToAsync(from, to, ct);
            await said.FillAsync(from, ct);
            await place.AnalyzeAsync(ct);
            (from, var filled) = (to, watch.Elapsed.TotalSeconds);
            Row("duplicates, 15 signs", to, filled, await TimesAsync<FindSimilar>(town, (use, i) => use.RunAsync(viewer, said.Typed(i, 15), said.Path, ct)));
            Row("duplicates, 60 signs", to, filled, await TimesAsync<FindSimilar>(town, (use, i) => use.RunAsync(viewer, said.Typed(i, 60), said.Path, ct)));
            Row("duplicates, no place yet", to, filled, await TimesAsync<FindSimilar>(town, (use, i) => use.RunAsync(viewer, said.Typed(i, 30), null, ct)));
            IReadOnlyList<RegionPath> areas = [.. viewer.Scope(Permission.TakeDown).Reaches.Select(r => r.Area!.Value)];
            Row("places", to, filled, await TimesAsync<FindPlaces>(town, (use, i) => use.RunAsync(areas, (i % 3) switch { 0 => "社区", 1 => "sq", _ => "hw 1" }, ct)));
            if (asked.Plan)
                AnsiConsole.WriteLine(await PlanAsync(town, place.Db, said, ct));
        }

        void Row(string what, int of, double filled, Took took)
        {
            Promised.AtMost(50, "ms", $"{what} on {kind}, 95 of 100", took.Of95In100);
            table.AddFigures(kind, what, of, Math.Round(took.Median, 1), Math.Round(took.Of95In100, 1), Math.Round(took.Slowest, 1), Math.Round(filled));
        }
    }

    private static async Task<string> PlanAsync(Town town, MinqingDb db, Sayings said, CancellationToken ct)
    {
        var words = await town.Services.GetRequiredService<CommonWords>().RarestAsync(db, Bigrams.Of(said.Typed(1, 60)), ct);
        return await Plan.OfAsync(db, db.Newest(SearchText.Area(said.Path), words, 600), ct);
    }

    private static Task<Took> TimesAsync<T>(Town town, Func<T, int, Task> run)
        where T : notnull => Took.OfAsync(town, WarmUp, Times, run);
}
