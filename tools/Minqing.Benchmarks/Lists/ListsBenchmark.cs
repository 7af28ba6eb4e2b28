using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.Benchmarks.Beds;
using Minqing.Benchmarks.Intake;
using Minqing.Storage;
using Minqing.Web.Demo;
using Spectre.Console;

namespace Minqing.Benchmarks.Lists;

/// <summary><c>benchmarks lists</c>: "my list" and the follow page with few and with very many appeals in the database.</summary>
internal static class ListsBenchmark
{
    private const int Few = 10_000;
    private const int WarmUp = 1000;
    private const int Times = 501;

    public static Command Make()
    {
        var appeals = new Option<int>("--appeals") { DefaultValueFactory = _ => 1_000_000, Description = "How many are very many." };
        var only = new Option<DatabaseKind?>("--only") { Description = "One database instead of both." };
        var command = new Command("lists", "My list and the follow page with 10,000 and with 1,000,000 appeals.") { appeals, only };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), parse.GetValue(appeals), ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind? only, int many, CancellationToken ct)
    {
        var table = new Table().AddColumns("reading", "what", "few, ms", "many, ms", "of few", "many", "filled in, s");
        foreach (var kind in Enum.GetValues<DatabaseKind>().Where(k => only is null || only == k))
            await MeasureAsync(kind, many, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, int many, Table table, CancellationToken ct)
    {
        await using var bed = await Bed.MakeAsync(kind, ct);
        await using var town = await Town.ServeAsync(Town.SettingsOf(bed, await bed.DatabaseAsync("program", ct)), loops: false, ct);
        var (codes, officials) = await town.FillAsync(bed.Folder, ct);
        var copies = await IntakeRun.OfOneAsync(town, new(codes), ct);
        await using var scope = town.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var fill = new Fill(copies, db);

        await fill.ToAsync(0, Few, ct);
        await db.Database.ExecuteSqlRawAsync("analyze", ct);
        var viewer = await BusiestAsync(town, officials, ct);
        var few = await ReadAsync(town, viewer, fill, ct);

        var watch = Stopwatch.StartNew();
        db.Database.SetCommandTimeout(600);
        await fill.ToAsync(Few, many, ct);
        await db.Database.ExecuteSqlRawAsync("analyze", ct);
        var filled = watch.Elapsed.TotalSeconds;
        var much = await ReadAsync(town, viewer, fill, ct);
        Row("my list", few.List, much.List);
        Row("follow page", few.Course, much.Course);

        void Row(string what, double before, double after) => table.AddRow([kind.ToString(), what, .. new object[] { Math.Round(before, 2), Math.Round(after, 2), Math.Round(after / before, 2), many, Math.Round(filled) }
            .Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)!)]);
    }

    private static async Task<Viewer> BusiestAsync(Town town, IReadOnlyList<DemoOfficial> officials, CancellationToken ct)
    {
        foreach (var person in officials.Select(o => o.Person).Distinct())
        {
            await using var scope = town.Services.CreateAsyncScope();
            var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(person, null, "benchmark", ct);
            if ((await scope.ServiceProvider.GetRequiredService<ListMine>().RunAsync(viewer, null, null, ct)).Page.Rows.Count == 50)
                return viewer;
        }

        throw new InvalidOperationException("Nobody has a full list.");
    }

    private static async Task<(double List, double Course)> ReadAsync(Town town, Viewer viewer, Fill fill, CancellationToken ct)
    {
        var codes = town.Services.GetRequiredService<QueryCodes>();
        var list = await MedianAsync<ListMine>(town, (use, _) => use.RunAsync(viewer, null, null, ct));
        var course = await MedianAsync<ReadCourse>(town, async (use, i) =>
        {
            var (number, report) = fill.Known[i * 7919 % fill.Known.Count];
            if ((await use.RunAsync(number, codes.Of(report), ct)).Problem is { } problem)
                throw new InvalidOperationException(problem.ToString());
        });
        return (list, course);
    }

    // Each in a scope of its own, as a request is.
    private static async Task<double> MedianAsync<T>(Town town, Func<T, int, Task> run)
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

        return took.Order().ElementAt(Times / 2);
    }
}
