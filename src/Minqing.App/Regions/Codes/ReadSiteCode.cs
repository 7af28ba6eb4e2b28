using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Regions.Codes;

/// <summary>Where a scanned or typed code leads. Unknown, mistyped and revoked ones get the same answer.</summary>
public sealed class ReadSiteCode(MinqingDb db)
{
    private static readonly Question<string, CodeAndPath?> Hanging = new((db, text, ct) => (
        from code in db.SiteCodes.AsNoTracking()
        where code.Code == text && code.RevokedAt == null && code.ReplacedBy == null
        join region in db.Regions.AsNoTracking() on code.Region equals region.Id
        where region.ClosedOn == null
        select new CodeAndPath(code, region.Path)).FirstOrDefault());

    public async Task<Result<ScannedSite>> RunAsync(string? typed, CancellationToken ct)
    {
        if (SiteCodeText.Parse(typed) is not { } text || await db.SiteCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Code == text, ct) is not { } code)
            return new NoSuchSiteCode();

        // Each successor is younger than what it replaced, so this ends.
        while (code is { RevokedAt: null, ReplacedBy: { } next })
            code = await db.SiteCodes.AsNoTracking().FirstAsync(c => c.Id == next, ct);
        if (code.RevokedAt is not null || await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == code.Region && r.ClosedOn == null, ct) is not { } region)
            return new NoSuchSiteCode();

        var place = new Place(region.Id, region.Path, code.Site.Words, code.Point, code.Id);
        return new ScannedSite(code.Id, code.Code, code.Kind, place, code.Unit, await AroundAsync(region, ct));
    }

    /// <summary>Only where the code hangs, for intake: the same answer in one question.</summary>
    public async Task<Result<Place>> PlaceAsync(string? typed, CancellationToken ct)
    {
        if (SiteCodeText.Parse(typed) is not { } text)
            return new NoSuchSiteCode();

        if (await Hanging.AskAsync(db, text, ct) is { } found)
            return new Place(found.Code.Region, found.Path, found.Code.Site.Words, found.Code.Point, found.Code.Id);

        // Gone or replaced: the way round.
        var site = await RunAsync(text, ct);
        return site.Problem is { } no ? no : site.Value.Place;
    }

    private async Task<IReadOnlyList<string>> AroundAsync(Region region, CancellationToken ct)
    {
        var above = Above(region.Path);
        var regions = await db.Regions.AsNoTracking().Where(r => above.Contains(r.Path)).OrderBy(r => r.Path).Select(r => new { r.Name, r.Level }).ToListAsync(ct);
        return [.. regions.Where((r, i) => r.Level >= RegionLevel.County || i == regions.Count - 1).Select(r => RegionName.Short(r.Name))];
    }

    private static List<string> Above(string path) =>
        [.. Enumerable.Range(0, path.Length).Where(i => path[i] == '/').Select(i => path[..(i + 1)])];

    private sealed record CodeAndPath(SiteCode Code, string Path);
}
