using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Minqing.App;
using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.Benchmarks.Beds;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Spectre.Console;

namespace Minqing.Benchmarks.Ledger;

/// <summary><c>benchmarks ledger</c>: a page of a county's ledger with very many appeals in the database, by every kind of condition.</summary>
internal static class LedgerBenchmark
{
    private const int WarmUp = 3;
    private const int Times = 15;

    public static Command Make() => ManyAppeals.Command("ledger", "A county's ledger with 1,000,000 appeals, over a year.", MeasureAsync);

    private static async Task<Table> MeasureAsync(ManyAppeals asked, CancellationToken ct)
    {
        var table = new Table().AddColumns("ledger", "appeals", "asked", "median, ms", "slowest, ms", "lines");
        foreach (var kind in asked.Databases)
            await MeasureAsync(kind, asked.Appeals, table, ct);
        return table;
    }

    private static async Task MeasureAsync(DatabaseKind kind, int many, Table table, CancellationToken ct)
    {
        await using var place = await CaseTown.MakeAsync(kind, ct);
        await new LedgerFill(place.Copies, place.Db).ToAsync(0, many, ct);
        await place.AnalyzeAsync(ct);

        var (county, village) = (await place.ViewerAsync(Role.CountyHead, ct), await place.ViewerAsync(Role.VillageSecretary, ct));
        var half = new LedgerCursor((await place.Db.Appeals.MinAsync(a => a.ReceivedAt, ct)).AddSeconds(many * 15.0), new(Guid.Empty));
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
            ("county, a number", county, new() { Words = await place.Db.Reports.OrderBy(r => r.Id).Select(r => r.Number).FirstAsync(ct) }, null),
            ("county, words not there", county, new() { Words = "没有这句话" }, null),
        ];
        foreach (var (name, viewer, filter, after) in asked)
            await RowAsync<ReadLedger>(name, async use => (await use.RunAsync(viewer, filter, after, ReadLedger.PageSize, ct)).Value.Rows.Count);
        await RowAsync<CountLedger>("county, counts", async use => (await use.RunAsync(county, null, ct)).Stages.Values.Sum());

        async Task RowAsync<T>(string name, Func<T, Task<int>> read)
            where T : notnull
        {
            var lines = 0;
            var took = await Took.OfAsync<T>(place.Town, WarmUp, Times, async (use, _) => lines = await read(use));
            table.AddFigures(kind, many, name, Math.Round(took.Median, 1), Math.Round(took.Slowest, 1), lines);
        }
    }
}
