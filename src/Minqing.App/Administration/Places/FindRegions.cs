using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Places;

/// <summary>Regions of the viewer's area, a page at a time: those whose name or code is like some words, those right below another, or the tops of the area.</summary>
public sealed class FindRegions(MinqingDb db)
{
    private const int Size = 50;

    internal static readonly Seen<Region> Seen = new(r => r.Path, (_, _) => false);

    /// <param name="words">A part of the name, or the beginning of the code; then <paramref name="parent"/> bounds where it is looked for.</param>
    /// <param name="parent">The code of the region above.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<RegionPage>> RunAsync(Viewer viewer, string? words, string? parent, string? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManageRegions);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManageRegions);

        Region? above = null;
        if (!string.IsNullOrWhiteSpace(parent) && (above = await db.Regions.AsNoTracking().Within(scope, Seen).FirstOrDefaultAsync(r => r.Code == parent, ct)) is null)
            return new NoSuchRegion(parent);

        var found = Looked(db.Regions.AsNoTracking().Open().Within(scope, Seen), scope, words?.Trim(), above);
        var rows = await found
            .Where(r => after == null || string.Compare(r.Path, after) > 0)
            .OrderBy(r => r.Path).Take(Size + 1)
            .Select(r => new { r.Path, Row = new RegionRow(r.Code, r.Name, r.Level, db.Regions.Where(p => p.Id == r.ParentId).Select(p => p.Name).FirstOrDefault(), db.Regions.Any(c => c.ParentId == r.Id && c.ClosedOn == null)) })
            .ToListAsync(ct);
        return new RegionPage(above is null ? null : new(above.Code, above.Name, above.Level, null, true), [.. rows.Take(Size).Select(r => r.Row)], rows.Count > Size ? rows[Size - 1].Path : null);
    }

    private static IQueryable<Region> Looked(IQueryable<Region> regions, Scope scope, string? words, Region? above)
    {
        if (!string.IsNullOrEmpty(words))
        {
            var within = above is null ? regions : regions.Under(above);
            return words.All(char.IsAsciiDigit) ? within.Where(r => r.Code.StartsWith(words)) : within.Where(r => r.Name.Contains(words));
        }

        var tops = scope.Reaches.Select(r => r.Area?.Value).OfType<string>().ToList();
        return above is null ? regions.Where(r => tops.Contains(r.Path)) : regions.Where(r => r.ParentId == above.Id);
    }
}

/// <summary>A region in a list.</summary>
/// <param name="Above">The name of the region above.</param>
/// <param name="HasMore">Whether there are regions below it.</param>
public sealed record RegionRow(string Code, string Name, RegionLevel Level, string? Above, bool HasMore);

/// <summary>A page of regions, below which one they were looked for, and where the next page begins.</summary>
public sealed record RegionPage(RegionRow? Parent, IReadOnlyList<RegionRow> Rows, string? Next);
