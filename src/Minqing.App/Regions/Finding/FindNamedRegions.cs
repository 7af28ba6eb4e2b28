using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Regions.Finding;

/// <summary>The regions that somebody means by a division code or a name, each with the names above it.</summary>
public sealed class FindNamedRegions(MinqingDb db)
{
    private const int AtMost = 20;

    /// <param name="named">A code in full, or a name; several words go from above downwards, as in 白银区 红卫社区.</param>
    public async Task<Result<IReadOnlyList<NamedRegion>>> RunAsync(string named, CancellationToken ct)
    {
        var words = named.Split([' ', '/', '　'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return new NoSuchRegion(named);
        }

        var last = words[^1];
        var open = db.Regions.AsNoTracking().Where(r => r.ClosedOn == null);
        var found = await (last.All(char.IsAsciiDigit) ? open.Where(r => r.Code == last) : open.Where(r => r.Name == last)).OrderBy(r => r.Path).ToListAsync(ct);
        var placed = new List<NamedRegion>();
        foreach (var region in found)
        {
            var paths = new RegionPath(region.Path).Lineage().Select(p => p.Value).ToList();
            var above = await open.Where(r => paths.Contains(r.Path)).OrderBy(r => r.Path).Select(r => r.Name).ToListAsync(ct);
            if (words.SkipLast(1).All(above.Contains))
            {
                placed.Add(new(region, string.Join(' ', above)));
            }
        }

        return placed.Count == 0 ? new NoSuchRegion(named) : placed.Take(AtMost).ToList();
    }
}

/// <summary>A region and how people name it in full, such as 白银市 白银区 四龙路街道 红卫社区.</summary>
public sealed record NamedRegion(Region Region, string FullName);
