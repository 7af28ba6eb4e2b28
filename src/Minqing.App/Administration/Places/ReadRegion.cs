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

/// <summary>One region: what is above it, who answers for it tier by tier, which units serve it.</summary>
public sealed class ReadRegion(MinqingDb db, Chains chains)
{
    private const int CountAtMost = 10_000;

    public async Task<Result<RegionSheet>> RunAsync(Viewer viewer, string code, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManageRegions);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManageRegions);
        if (await db.Regions.AsNoTracking().Within(scope, FindRegions.Seen).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } region)
            return new NoSuchRegion(code);

        var above = new RegionPath(region.Path).Lineage().Select(p => p.Value).ToList();
        var lineage = await db.Regions.AsNoTracking().Where(r => above.Contains(r.Path)).OrderBy(r => r.Path).ToListAsync(ct);
        var answers = await chains.AtAsync(region.Path, ct);
        var names = lineage.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Name);
        return new RegionSheet(
            region.Code, region.Name, region.Level, region.Since, region.ClosedOn,
            [.. lineage.Where(r => r.Id != region.Id).Select(r => new RegionAbove(r.Code, r.Name, Covers(scope, r)))],
            [.. answers.Chain.Links.OrderBy(l => l.No).Select(l => TierOf(l, names))],
            [.. answers.Units.Select(u => new UnitServing(u.Name, u.Kind, u.Level))],
            await db.Regions.Where(r => r.ParentId == region.Id && r.ClosedOn == null).Take(CountAtMost).CountAsync(ct),
            await db.SiteCodes.InUse().Where(c => c.Region == region.Id).Take(CountAtMost).CountAsync(ct));
    }

    private static bool Covers(Scope scope, Region region) => scope.Covers(region.Path, []);

    private static TierSheet TierOf(ChainLink link, Dictionary<RegionId, string> names) =>
        new(link.No, names.GetValueOrDefault(link.Region, ""), [.. link.Posts.Select(PostOf)], link.FilledBy, link.Vacant ? [.. link.Acting.Select(PostOf)] : []);

    private static ChainPostSheet PostOf(ChainPost post) => new(post.Id.Value, post.Role, post.Rank, post.Name, Person.Mask(post.Phone));
}

/// <summary>A region with everything an administrator asks about it.</summary>
/// <param name="Codes">How many posted codes hang right there.</param>
public sealed record RegionSheet(
    string Code,
    string Name,
    RegionLevel Level,
    DateOnly Since,
    DateOnly? ClosedOn,
    IReadOnlyList<RegionAbove> Above,
    IReadOnlyList<TierSheet> Tiers,
    IReadOnlyList<UnitServing> Units,
    int Below,
    int Codes);

/// <summary>A region above, and whether the viewer may open it.</summary>
public sealed record RegionAbove(string Code, string Name, bool Open);

/// <summary>One tier of the chain: its posts, held or not, and who acts when nobody holds any.</summary>
public sealed record TierSheet(int No, string Region, IReadOnlyList<ChainPostSheet> Posts, int? FilledBy, IReadOnlyList<ChainPostSheet> Acting);

/// <summary>A post of the chain; nobody holds it when the name is null. The number is masked.</summary>
public sealed record ChainPostSheet(Guid Id, Role Role, PostRank Rank, string? Name, string? Phone);

/// <summary>A unit that serves the region, and from which level.</summary>
public sealed record UnitServing(string Name, UnitKind Kind, RegionLevel Level);
