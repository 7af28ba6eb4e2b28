using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.Benchmarks.Beds;
using Spectre.Console;

namespace Minqing.Benchmarks.Lists;

/// <summary><c>benchmarks lists</c>: "my list" and the follow page with few and with very many appeals in the database.</summary>
internal static class ListsBenchmark
{
    private const int Few = 10_000;
    private const int WarmUp = 1000;
    private const int Times = 501;

    public static Command Make() => ManyAppeals.Command("lists", "My list and the follow page with 10,000 and with 1,000,000 appeals.", MeasureAsync);

    public static async Task<Table> MeasureAsync(ManyAppeals asked, CancellationToken ct)
    {
        var table = new Table().AddColumns("reading", "what", "few, ms", "many, ms", "of few", "many", "filled in, s");
        foreach (var kind in asked.Databases)
            await MeasureAsync(kind, asked.Appeals, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, int many, Table table, CancellationToken ct)
    {
        await using var place = await CaseTown.MakeAsync(kind, ct);
        var fill = new ListsFill(place.Copies, place.Db);
        await fill.ToAsync(0, Few, ct);
        await place.AnalyzeAsync(ct);
        var viewer = await BusiestAsync(place, ct);
        var few = await ReadAsync(place.Town, viewer, fill, ct);

        var watch = Stopwatch.StartNew();
        await fill.ToAsync(Few, many, ct);
        await place.AnalyzeAsync(ct);
        var filled = watch.Elapsed.TotalSeconds;
        var much = await ReadAsync(place.Town, viewer, fill, ct);
        Row("my list", few.List, much.List);
        Row("follow page", few.Course, much.Course);

        void Row(string what, double before, double after) =>
            table.AddFigures(kind, what, Math.Round(before, 2), Math.Round(after, 2), Math.Round(after / before, 2), many, Math.Round(filled));
    }

    private static async Task<Viewer> BusiestAsync(CaseTown place, CancellationToken ct)
    {
        await foreach (var viewer in place.ViewersAsync(ct))
        {
            await using var scope = place.Town.Services.CreateAsyncScope();
            if ((await scope.ServiceProvider.GetRequiredService<ListMine>().RunAsync(viewer, null, null, ct)).Page.Rows.Count == 50)
                return viewer;
        }

        throw new InvalidOperationException("Nobody has a full list.");
    }

    private static async Task<(double List, double Course)> ReadAsync(Town town, Viewer viewer, ListsFill fill, CancellationToken ct)
    {
        var codes = town.Services.GetRequiredService<QueryCodes>();
        var list = await Took.OfAsync<ListMine>(town, WarmUp, Times, (use, _) => use.RunAsync(viewer, null, null, ct));
        var course = await Took.OfAsync<ReadCourse>(town, WarmUp, Times, async (use, i) =>
        {
            var (number, report) = fill.Known[i * 7919 % fill.Known.Count];
            if ((await use.RunAsync(number, codes.Of(report), ct)).Problem is { } problem)
                throw new InvalidOperationException(problem.ToString());
        });
        return (list.Median, course.Median);
    }
}
