using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.Web.Demo;

/// <summary>Brings in a city's real divisions and divides its villages into made-up grids. The same file gives the same grids.</summary>
public sealed class DemoRegions(MinqingDb db, ImportRegions import)
{
    // Baiyin has 2,392 grid workers for 860 villages.
    private const double GridsPerVillage = 2392 / 860d;

    private static readonly DateOnly Since = new(2023, 1, 1);

    /// <param name="file">The profile's <c>regions.csv</c>.</param>
    /// <param name="root">Only this region and what is below it, for a small test; the grids are then fewer.</param>
    public async Task RunAsync(string file, CancellationToken ct, int? grids = null, string? root = null)
    {
        await ImportAsync(await File.ReadAllBytesAsync(file, ct), root, ct);
        var villages = await db.Regions.AsNoTracking().Where(r => r.Level == RegionLevel.Village && r.ClosedOn == null).OrderBy(r => r.Path).ToListAsync(ct);
        await ImportAsync(Grids(villages, root is not null ? 3 * villages.Count : grids ?? (int)Math.Round(villages.Count * GridsPerVillage)), null, ct);
    }

    private async Task ImportAsync(byte[] file, string? root, CancellationToken ct)
    {
        var imported = await import.RunAsync(file, new(On: Since, Root: root), null, ct);
        if (imported.Problem is { } problem)
            throw new InvalidDataException(problem is RowsRefused { Rows: [var first, ..] } ? $"line {first.Line}: {first.Problem}" : problem.ToString());
    }

    // Shared out by largest remainder: a community in town has one and a half times the grids of a village.
    private static byte[] Grids(IReadOnlyList<Region> villages, int total)
    {
        var weights = villages.Select(v => IsUrban(v) ? 3 : 2).ToList();
        var (all, given) = (weights.Sum(), 0L);
        var csv = new StringBuilder("code,name\n");
        for (var (i, until) = (0, 0L); i < villages.Count; i++)
        {
            until += weights[i];
            var upTo = total * until / Math.Max(1, all);
            for (var no = 1; given < upTo; no++, given++)
                csv.Append(CultureInfo.InvariantCulture, $"{villages[i].Code}{no:000},{RegionName.Short(villages[i].Name)}第{Numeral(no)}网格\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    internal static bool IsUrban(Region village) => RegionName.Short(village.Name).EndsWith("社区", StringComparison.Ordinal);

    internal static string Numeral(int no) => no <= 10 ? "零一二三四五六七八九十"[no].ToString() : no.ToString(CultureInfo.InvariantCulture);
}
