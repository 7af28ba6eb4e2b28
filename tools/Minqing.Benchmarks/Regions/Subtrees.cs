using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.Benchmarks.Beds;
using Minqing.Storage;
using Minqing.Storage.Regions;
using Spectre.Console;

namespace Minqing.Benchmarks.Regions;

/// <summary>Times "everything below" some regions of different size, and shows the database's plan for it.</summary>
internal static class Subtrees
{
    private const int Times = 21;

    private static readonly string[] Codes = ["620000000000", "620400000000", "620402000000", "620402001000", "440000000000"];

    public static async Task<Table> MeasureAsync(MinqingDb db, CancellationToken ct)
    {
        var table = new Table().AddColumns("below", "regions", "count, ms", "first 50 by path, ms", "plan");
        foreach (var region in await db.Regions.AsNoTracking().Where(r => Codes.Contains(r.Code)).OrderBy(r => r.Path).ToListAsync(ct))
        {
            var below = db.Regions.AsNoTracking().Under(region);
            var count = await MedianAsync(() => below.CountAsync(ct));
            var page = await MedianAsync(() => below.OrderBy(r => r.Path).Take(50).ToListAsync(ct));
            table.AddRow(
                Markup.Escape($"{region.Name} {region.Path}"), Text(await below.CountAsync(ct)), Text(count), Text(page),
                Markup.Escape(await Plan.OfAsync(db, below.Where(r => r.ClosedOn == null).OrderBy(r => r.Path), ct)));
        }

        return table;
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> run)
    {
        var took = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return took.Order().ElementAt(Times / 2);
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
