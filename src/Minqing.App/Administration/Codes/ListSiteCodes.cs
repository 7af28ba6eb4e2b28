using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Codes;

/// <summary>The posted codes of a township, a village or a grid, place by place, a page at a time.</summary>
public sealed class ListSiteCodes(MinqingDb db, ManagedCodes managed)
{
    private const int Size = 50;

    /// <param name="ended">Those that were revoked or replaced, instead of those in use.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<SiteCodePage>> RunAsync(Viewer viewer, string? region, bool ended, string? after, CancellationToken ct)
    {
        var found = await managed.RegionAsync(viewer, region, ct);
        if (found.Problem is { } problem)
            return problem;
        if (found.Value.Level < RegionLevel.Township)
            return new AreaTooLarge();

        var (path, code) = after?.Split(' ') is [var p, var c] ? (p, c) : ("", "");
        var rows = await db.SiteCodes.AsNoTracking()
            .Where(s => ended ? s.RevokedAt != null || s.ReplacedBy != null : s.RevokedAt == null && s.ReplacedBy == null)
            .Join(db.Regions.AsNoTracking().Under(found.Value), s => s.Region, r => r.Id, (s, r) => new { Code = s, Region = r })
            .Where(x => string.Compare(x.Region.Path, path) > 0 || (x.Region.Path == path && string.Compare(x.Code.Code, code) > 0))
            .OrderBy(x => x.Region.Path).ThenBy(x => x.Code.Code)
            .Select(x => new { x.Region.Path, Row = new SiteCodeLine(x.Code.Code, x.Code.Kind, x.Region.Code, x.Region.Name, x.Code.Address, x.Code.Building, x.Code.IssuedAt, x.Code.RevokedAt, db.SiteCodes.Where(n => n.Id == x.Code.ReplacedBy).Select(n => n.Code).FirstOrDefault()) })
            .Take(Size + 1).ToListAsync(ct);
        return new SiteCodePage(
            found.Value.Code, found.Value.Name, [.. rows.Take(Size).Select(r => r.Row)],
            rows.Count > Size ? string.Create(CultureInfo.InvariantCulture, $"{rows[Size - 1].Path} {rows[Size - 1].Row.Code}") : null);
    }
}

/// <summary>A posted code in a list.</summary>
/// <param name="Successor">The code that hangs there instead.</param>
public sealed record SiteCodeLine(string Code, SiteCodeKind Kind, string RegionCode, string Region, string Address, string Building, DateTime IssuedAt, DateTime? RevokedAt, string? Successor);

/// <summary>A page of codes of a region, and where the next begins.</summary>
public sealed record SiteCodePage(string RegionCode, string Region, IReadOnlyList<SiteCodeLine> Rows, string? Next);

/// <summary>Codes are shown and printed for a township or less at a time.</summary>
public sealed record AreaTooLarge() : NotValid("region");
