using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App;
using Minqing.App.People;
using Minqing.App.Supervision.Watching;
using Minqing.Benchmarks.Beds;
using Minqing.Benchmarks.Intake;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Supervision;
using Minqing.Web.Demo;
using Spectre.Console;

namespace Minqing.Benchmarks.Supervision;

/// <summary><c>benchmarks watch</c>: the watch list of a county with very many appeals in the database, and the plan behind it.</summary>
internal static class WatchBenchmark
{
    private const int WarmUp = 20;
    private const int Times = 101;

    public static Command Make()
    {
        var appeals = new Option<int>("--appeals") { DefaultValueFactory = _ => 1_000_000, Description = "How many, all in one county." };
        var only = new Option<DatabaseKind?>("--only") { Description = "One database instead of both." };
        var plan = new Option<bool>("--plan") { Description = "Shows how the database reads the page." };
        var command = new Command("watch", "A county leader's watch list with 1,000,000 appeals.") { appeals, only, plan };
        command.SetAction(async (parse, ct) =>
        {
            AnsiConsole.Write(await MeasureAsync(parse.GetValue(only), parse.GetValue(appeals), parse.GetValue(plan), ct));
            return 0;
        });
        return command;
    }

    public static async Task<Table> MeasureAsync(DatabaseKind? only, int many, bool plan, CancellationToken ct)
    {
        var table = new Table().AddColumns("watch list of a county", "appeals", "watched", "all, ms", "one kind, ms", "slowest, ms", "filled in, s");
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
        db.Database.SetCommandTimeout(600);
        var filling = Stopwatch.StartNew();
        await new WatchFill(copies, db).RunAsync(many, ct);
        // What autovacuum has done by the time that so many have come in.
        await db.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Postgres ? "vacuum analyze" : "analyze", ct);
        var filled = filling.Elapsed.TotalSeconds;

        var viewer = await LeaderAsync(town, officials, ct);
        var (all, worst) = await MedianAsync(town, viewer, Concern.None, ct);
        var (one, _) = await MedianAsync(town, viewer, Concern.Group, ct);
        var watched = await db.Appeals.Watched(viewer.Scope(Domain.People.Permission.SeeLeaderView)).CountAsync(ct);
        table.AddRow([kind.ToString(), .. new object[] { many, watched, Math.Round(all, 2), Math.Round(one, 2), Math.Round(worst, 2), Math.Round(filled) }.Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)!)]);
        if (plan)
            await PlansAsync(db, ListWatched.Of(db, viewer), ct);
    }

    private static async Task PlansAsync(MinqingDb db, IQueryable<Appeal> watched, CancellationToken ct)
    {
        AnsiConsole.WriteLine(await Plan.OfAsync(db, watched.GroupBy(a => a.Concerns).Select(g => new { Concerns = g.Key, Count = g.Count() }), ct));
        AnsiConsole.WriteLine(await Plan.OfAsync(db, ListWatched.OldestFirst(watched).Take(51).Select(a => new { a.Id, a.ReceivedAt }), ct));
    }

    private static async Task<Viewer> LeaderAsync(Town town, IReadOnlyList<DemoOfficial> officials, CancellationToken ct)
    {
        foreach (var person in officials.Select(o => o.Person).Distinct())
        {
            await using var scope = town.Services.CreateAsyncScope();
            var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(person, null, "benchmark", ct);
            if (viewer.Posts.Any(p => p.Role == Role.CountyHead))
                return viewer;
        }

        throw new InvalidOperationException("The county has no head.");
    }

    // Each in a scope of its own, as a request is.
    private static async Task<(double Median, double Slowest)> MedianAsync(Town town, Viewer viewer, Concern only, CancellationToken ct)
    {
        var took = new List<double>();
        for (var i = 0; i < WarmUp + Times; i++)
        {
            await using var scope = town.Services.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            var read = await scope.ServiceProvider.GetRequiredService<ListWatched>().RunAsync(viewer, only, null, ct);
            if (read.Problem is { } problem)
                throw new InvalidOperationException(problem.ToString());
            if (i >= WarmUp)
                took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return (took.Order().ElementAt(Times / 2), took.Max());
    }
}
