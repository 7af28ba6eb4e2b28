using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.People.Importing;

/// <summary>What the rows of a file refer to.</summary>
internal static class Known
{
    private const int AtATime = 500;

    /// <summary>The open regions with these codes, however many regions there are besides.</summary>
    public static async Task<Dictionary<string, Region>> RegionsAsync(this MinqingDb db, IEnumerable<string> codes, CancellationToken ct)
    {
        var regions = new Dictionary<string, Region>();
        foreach (var some in codes.Distinct().Chunk(AtATime))
        {
            foreach (var region in await db.Regions.AsNoTracking().Where(r => some.Contains(r.Code) && r.ClosedOn == null).ToListAsync(ct))
                regions.Add(region.Code, region);
        }

        return regions;
    }

    /// <summary>The rows by their code; a problem for each that comes a second time.</summary>
    public static IReadOnlyList<T> Unique<T>(this IEnumerable<T?> rows, Func<T, Row> row, Func<T, string> code, RowProblems problems)
        where T : class
    {
        var first = new Dictionary<string, T>();
        foreach (var one in rows.OfType<T>())
        {
            if (!first.TryAdd(code(one), one))
                problems.Add(row(one), new RowTwice("code", code(one), row(first[code(one)]).Line));
        }

        return [.. first.Values];
    }

    /// <summary>The words of a cell that holds several.</summary>
    public static IReadOnlyList<string> List(this Row row, Column column) =>
        row[column].Split([' ', ';', '；', '、', '，', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
