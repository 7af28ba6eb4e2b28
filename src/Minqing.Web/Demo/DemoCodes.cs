using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Web.Demo;

/// <summary>Hangs made-up codes at buildings, groups of households and notice boards. The same grids give the same codes: they can be guessed and are for demonstrations only.</summary>
public sealed class DemoCodes(MinqingDb db, SiteLinks links, TimeProvider clock)
{
    private static readonly Column[] Columns = [new("code", true), new("url", true), new("region code", true), new("place", true)];

    /// <summary>Makes the codes that are missing, writes <c>codes.csv</c> and gives back what is in it.</summary>
    public async Task<IReadOnlyList<DemoCode>> RunAsync(string csv, CancellationToken ct)
    {
        var regions = await db.Regions.AsNoTracking().Open().OrderBy(r => r.Path).ToListAsync(ct);
        var planned = Plan(regions, clock.Now()).ToList();
        var known = await db.SiteCodes.AsNoTracking().Select(c => c.Code).ToHashSetAsync(ct);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.AddInBulkAsync(planned.Where(p => !known.Contains(p.Code.Code)).Select(p => p.Code), ct);
            await transaction.CommitAsync(ct);
        }

        List<DemoCode> codes = [.. planned.Select(p => new DemoCode(p.Code.Code, links.Link(p.Code.Code), p.Region.Code, p.Code.Site.Words))];
        await WriteAsync(csv, codes, ct);
        return codes;
    }

    private static IEnumerable<(Region Region, SiteCode Code)> Plan(IReadOnlyList<Region> regions, DateTime now)
    {
        var grids = regions.Where(r => r.Level == RegionLevel.Grid).ToLookup(r => r.ParentId);
        foreach (var village in regions.Where(r => r.Level == RegionLevel.Village))
        {
            var county = regions.FirstOrDefault(r => r.Level is RegionLevel.County or RegionLevel.Township && new RegionPath(r.Path).Contains(village.Path)) ?? village;
            foreach (var (region, site) in DemoSites.Of(village, [.. grids[village.Id]], county.Code))
                yield return (region, new(new(Guid.CreateVersion7()), Letters(region, site), site, now));
        }
    }

    private static string Letters(Region region, Site site) => SiteCodeText.Of(SHA256.HashData(Encoding.UTF8.GetBytes($"demo {region.Code} {site.Words}")));

    private static async Task WriteAsync(string csv, List<DemoCode> codes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(csv))!);
        await using var file = File.Create(csv);
        await using var writer = new TableWriter(file, Columns, forSpreadsheets: false);
        foreach (var code in codes)
            writer.Row(code.Code, code.Url, code.RegionCode, code.Place);
        ct.ThrowIfCancellationRequested();
    }
}

/// <summary>A row of <c>codes.csv</c>.</summary>
public sealed record DemoCode(string Code, string Url, string RegionCode, string Place);
