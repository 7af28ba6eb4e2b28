using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Administration.Staffing;

/// <summary>The units of the viewer's area, a page at a time in the order of their codes.</summary>
public sealed class ListUnits(MinqingDb db)
{
    private const int Size = 50;

    private static readonly Seen<At> Seen = new(x => x.Region.Path, (x, unit) => x.Unit.Id == unit);

    /// <param name="words">A part of the unit's or its region's name, or the beginning of the code.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<UnitPage>> RunAsync(Viewer viewer, string? words, string? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManagePeople);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManagePeople);

        words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var rows = await db.Units.AsNoTracking()
            .Where(u => u.Until == null && (after == null || string.Compare(u.Code, after) > 0))
            .Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new At { Unit = u, Region = r })
            .Within(scope, Seen)
            .Where(x => words == null || x.Unit.Code.StartsWith(words) || x.Unit.Name.Contains(words) || x.Region.Name.Contains(words))
            .OrderBy(x => x.Unit.Code)
            .Select(x => new UnitRow(
                x.Unit.Code, x.Unit.Kind, x.Unit.Name, x.Region.Code, x.Region.Name,
                db.Units.Where(p => p.Id == x.Unit.ParentId).Select(p => p.Name).FirstOrDefault(),
                db.Posts.Count(p => p.Unit == x.Unit.Id && p.Until == null),
                db.Posts.Count(p => p.Unit == x.Unit.Id && p.Until == null && p.Holder == null)))
            .Take(Size + 1).ToListAsync(ct);
        return new UnitPage([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Code : null);
    }

    private sealed class At
    {
        public required Unit Unit { get; init; }

        public required Region Region { get; init; }
    }
}

/// <summary>A unit in a list, with how many posts it has and how many of them are vacant.</summary>
public sealed record UnitRow(string Code, UnitKind Kind, string Name, string RegionCode, string Region, string? Parent, int Posts, int Vacant);

/// <summary>A page of units, and where the next begins.</summary>
public sealed record UnitPage(IReadOnlyList<UnitRow> Rows, string? Next);
