using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Searching;

/// <summary>Places by part of a name or by pinyin initials; several words parted by spaces narrow it down (I-20).</summary>
public sealed class FindPlaces(MinqingDb db, RefreshPlaces refresh)
{
    private const int ReadAtMost = 400;
    private const int ShownAtMost = 9;

    // Small enough to say where something is.
    private static readonly RegionLevel[] Sayable = [RegionLevel.Township, RegionLevel.Village, RegionLevel.Grid];

    /// <param name="areas">Nothing outside of them is found.</param>
    public async Task<IReadOnlyList<FoundPlace>> RunAsync(IReadOnlyList<RegionPath> areas, string? typed, CancellationToken ct)
    {
        var words = (typed ?? "").Split([' ', '\u3000', ',', '，'], StringSplitOptions.RemoveEmptyEntries).Select(PlaceTerms.Plain).Where(w => w.Length > 0).ToList();
        if (words.Count == 0 || words.Max(w => w.Length) < 2)
        {
            return [];
        }

        await refresh.RunAsync(ct);
        // The last word is the nearest to the place: 水川镇 桥头.
        var key = words.Last(w => w.Length > 1);
        var hits = new List<Hit>();
        foreach (var area in areas)
        {
            hits.AddRange(await HitsAsync(area, key, ct));
        }

        var names = await NamesAsync(hits, ct);
        return
        [
            .. hits.Select(h => new { Hit = h, Around = Around(h, names) })
                .Where(h => words.All(w => w == key || Says(h.Around + h.Hit.Name, w)))
                .OrderBy(h => h.Hit.At).ThenBy(h => h.Hit.Coded).ThenBy(h => h.Hit.Level).ThenBy(h => h.Hit.Name.Length).ThenBy(h => h.Hit.Path, StringComparer.Ordinal).ThenBy(h => h.Hit.Name, StringComparer.Ordinal)
                .DistinctBy(h => (h.Hit.Region, h.Hit.Code)).Take(ShownAtMost)
                .Select(h => new FoundPlace(h.Hit.Code ?? h.Hit.Region, h.Hit.Coded, RegionName.Short(h.Hit.Name), h.Around, h.Hit.Path)),
        ];
    }

    private async Task<List<Hit>> HitsAsync(RegionPath area, string key, CancellationToken ct)
    {
        var (from, before) = (key, key[..^1] + (char)(key[^1] + 1));
        var rows = await db.PlaceNames.AsNoTracking().Where(n => string.Compare(n.Term, from) >= 0 && string.Compare(n.Term, before) < 0).OrderBy(n => n.Term)
            .Join(db.Regions.AsNoTracking().Open().Where(r => Sayable.Contains(r.Level)).Under(area), n => n.Region, r => r.Id, (n, r) => new { n.Place, n.At, n.Coded, n.Name, r.Path, r.Level, r.Code })
            .Take(ReadAtMost).ToListAsync(ct);
        var coded = rows.Where(r => r.Coded).Select(r => new SiteCodeId(r.Place)).Distinct().ToList();
        var codes = coded.Count == 0 ? [] : await db.SiteCodes.AsNoTracking().InUse().Where(c => coded.Contains(c.Id)).ToDictionaryAsync(c => c.Id.Value, c => c.Code, ct);
        return
        [
            .. rows.Where(r => !r.Coded || codes.ContainsKey(r.Place)).GroupBy(r => r.Place).Select(g => g.MinBy(r => r.At)!)
                .Select(r => new Hit(r.At, r.Coded, r.Name, r.Path, r.Level, r.Code, r.Coded ? codes[r.Place] : null)),
        ];
    }

    private async Task<Dictionary<string, string>> NamesAsync(List<Hit> hits, CancellationToken ct)
    {
        var paths = hits.SelectMany(h => new RegionPath(h.Path).Lineage()).Select(p => p.Value).Distinct().ToList();
        return await db.Regions.AsNoTracking().Where(r => paths.Contains(r.Path) && r.ClosedOn == null && (r.Level == RegionLevel.County || Sayable.Contains(r.Level))).GroupBy(r => r.Path).ToDictionaryAsync(g => g.Key, g => g.First().Name, ct);
    }

    // From the county down to what lies above it.
    private static string Around(Hit hit, Dictionary<string, string> names) =>
        string.Join(" · ", new RegionPath(hit.Path).Lineage().Where(p => hit.Coded || p.Value != hit.Path).Select(p => names.GetValueOrDefault(p.Value)).OfType<string>().Select(RegionName.Short));

    private static bool Says(string name, string word) =>
        PlaceTerms.Plain(name) is var plain && (plain.Contains(word, StringComparison.Ordinal) || Pinyin.Initials(plain).Contains(word, StringComparison.Ordinal));

    private sealed record Hit(int At, bool Coded, string Name, string Path, RegionLevel Level, string Region, string? Code);
}

/// <summary>A place to be chosen.</summary>
/// <param name="Code">Of the region, or the posted code.</param>
/// <param name="Coded">Whether it is a posted code.</param>
/// <param name="Around">From the county down.</param>
public sealed record FoundPlace(string Code, bool Coded, string Name, string Around, string Path);
