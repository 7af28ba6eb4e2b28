using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Minqing.App;
using Minqing.App.People;
using Minqing.App.Supervision.Watching;
using Minqing.Benchmarks.Beds;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Supervision;
using Spectre.Console;

namespace Minqing.Benchmarks.Supervision;

/// <summary><c>benchmarks watch</c>: the watch list of a county with very many appeals in the database, and the plan behind it.</summary>
internal static class WatchBenchmark
{
    private const int WarmUp = 20;
    private const int Times = 101;

    public static Command Make() => ManyAppeals.Command("watch", "A county leader's watch list with 1,000,000 appeals.", MeasureAsync, plans: true);

    private static async Task<Table> MeasureAsync(ManyAppeals asked, CancellationToken ct)
    {
        var table = new Table().AddColumns("watch list of a county", "appeals", "watched", "all, ms", "one kind, ms", "slowest, ms", "filled in, s");
        foreach (var kind in asked.Databases)
            await MeasureAsync(kind, asked, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, ManyAppeals asked, Table table, CancellationToken ct)
    {
        await using var place = await CaseTown.MakeAsync(kind, ct);
        var filling = Stopwatch.StartNew();
        await new WatchFill(place.Copies, place.Db, asked.Appeals).ToAsync(0, asked.Appeals, ct);
        await place.AnalyzeAsync(ct);
        var filled = filling.Elapsed.TotalSeconds;

        var viewer = await place.ViewerAsync(Role.CountyHead, ct);
        var all = await TimesAsync(place.Town, viewer, Concern.None, ct);
        var one = await TimesAsync(place.Town, viewer, Concern.Group, ct);
        var watched = await place.Db.Appeals.Watched(viewer.Scope(Domain.People.Permission.SeeLeaderView)).CountAsync(ct);
        Promised.AtMost(50, "ms", $"watch list of a county on {kind}, 95 of 100", Math.Max(all.Of95In100, one.Of95In100));
        table.AddFigures(kind, asked.Appeals, watched, Math.Round(all.Median, 2), Math.Round(one.Median, 2), Math.Round(all.Slowest, 2), Math.Round(filled));
        if (asked.Plan)
            await PlansAsync(place.Db, ListWatched.Of(place.Db, viewer), ct);
    }

    private static Task<Took> TimesAsync(Town town, Viewer viewer, Concern only, CancellationToken ct) => Took.OfAsync<ListWatched>(town, WarmUp, Times, async (list, _) =>
    {
        if ((await list.RunAsync(viewer, only, null, ct)).Problem is { } problem)
            throw new InvalidOperationException(problem.ToString());
    });

    private static async Task PlansAsync(MinqingDb db, IQueryable<Appeal> watched, CancellationToken ct)
    {
        AnsiConsole.WriteLine(await Plan.OfAsync(db, watched.GroupBy(a => a.Concerns).Select(g => new { Concerns = g.Key, Count = g.Count() }), ct));
        AnsiConsole.WriteLine(await Plan.OfAsync(db, ListWatched.OldestFirst(watched).Take(51).Select(a => new { a.Id, a.ReceivedAt }), ct));
    }
}
