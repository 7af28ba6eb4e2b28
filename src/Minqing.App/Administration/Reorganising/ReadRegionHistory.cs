using Microsoft.EntityFrameworkCore;
using Minqing.App.Administration.Places;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>What a region was called and where it stood, from when to when, with what was received there under each name; and who answered for it, then and now (O-09).</summary>
public sealed class ReadRegionHistory(MinqingDb db)
{
    private const int AtMost = 100;

    /// <param name="code">The region's code of today or of any time before.</param>
    public async Task<Result<RegionHistory>> RunAsync(Viewer viewer, string code, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManageRegions);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManageRegions);

        var former = db.RegionVersions.Where(v => v.Code == code).Select(v => v.RegionId);
        if (await db.Regions.AsNoTracking().Within(scope, FindRegions.Seen).Where(r => r.Code == code || former.Contains(r.Id)).OrderBy(r => r.Code == code ? 0 : 1).FirstOrDefaultAsync(ct) is not { } region)
            return new NoSuchRegion(code);

        var versions = await db.RegionVersions.AsNoTracking().Where(v => v.RegionId == region.Id).OrderBy(v => v.Since).Take(AtMost).ToListAsync(ct);
        versions.Add(new(region.Id, region.Since, region.ClosedOn ?? DateOnly.MaxValue, region.Code, region.Name, region.Level, region.ParentId, region.Path));
        var lives = new List<RegionLife>();
        for (var i = 0; i < versions.Count; i++)
            lives.Add(await LifeAsync(versions[i], i > 0 ? versions[i - 1] : null, i + 1 < versions.Count ? versions[i + 1] : null, ct));

        var from = await db.Regions.AsNoTracking().Where(r => r.MergedInto == region.Id).OrderBy(r => r.Code).Select(r => new RegionRef(r.Code, r.Name, r.ClosedOn)).Take(AtMost).ToListAsync(ct);
        var into = region.MergedInto is { } next ? await db.Regions.AsNoTracking().Where(r => r.Id == next).Select(r => new RegionRef(r.Code, r.Name, null)).FirstOrDefaultAsync(ct) : null;
        return new RegionHistory(region.Code, region.Name, region.Level, region.ClosedOn, lives, from, into, await HeldAsync(region.Id, ct));
    }

    // What came in under the name, also what went elsewhere with a later change while it was open; not what a change brought in. Days part two names of one place;
    // places that differ part themselves, so that nothing of the day of the change is lost.
    private async Task<RegionLife> LifeAsync(RegionVersion v, RegionVersion? before, RegionVersion? after, CancellationToken ct)
    {
        var area = new RegionPath(v.Path);
        var (from, until) = (before?.Path == v.Path ? v.Since : DateOnly.MinValue, after?.Path == v.Path ? v.Until : DateOnly.MaxValue);
        var received = db.Appeals.AsNoTracking().Where(a => a.LocalDay >= from && a.LocalDay < until);
        var went = db.AreaMoves.AsNoTracking().Under(m => m.FromPath, area);
        var came = db.AreaMoves.AsNoTracking().Under(m => m.ToPath, area);
        var brought = came.Where(m => !went.Any(w => w.Id == m.Id)).Select(m => m.Appeal);
        var taken = went.Where(m => !came.Any(c => c.Id == m.Id)).Select(m => m.Appeal);
        var left = await received.CountAsync(a => taken.Contains(a.Id) && !brought.Contains(a.Id), ct);
        var own = received.Under(a => a.Path, area).Where(a => !brought.Contains(a.Id));
        return new(v.Name, v.Code, await ParentAsync(v, ct), v.Since, v.Until == DateOnly.MaxValue ? null : v.Until, await own.CountAsync(ct) + left, await own.CountAsync(a => !Appeal.Ends.Contains(a.Stage), ct), left);
    }

    private Task<string?> ParentAsync(RegionVersion v, CancellationToken ct) =>
        v.ParentId is { } parent
            ? db.RegionsOn(v.Since).Where(r => r.Id == parent).Select(r => r.Name).FirstOrDefaultAsync(ct)
            : Task.FromResult<string?>(null);

    private async Task<IReadOnlyList<HeldThen>> HeldAsync(RegionId region, CancellationToken ct) => [.. await (
        from post in db.Posts.AsNoTracking()
        where post.Region == region
        from held in post.Holdings
        join person in db.Persons on held.Person equals person.Id
        orderby held.Since descending, post.Code
        select new HeldThen(post.Id.Value, post.Role, person.Name, held.Since, held.Until)).Take(AtMost).ToListAsync(ct)];
}

/// <summary>A region through the years.</summary>
/// <param name="From">What was merged into it.</param>
/// <param name="Into">What took its place.</param>
public sealed record RegionHistory(
    string Code, string Name, RegionLevel Level, DateOnly? ClosedOn, IReadOnlyList<RegionLife> Lives, IReadOnlyList<RegionRef> From, RegionRef? Into, IReadOnlyList<HeldThen> Held);

/// <summary>A region under one name at one place of the tree, until a day (exclusive).</summary>
/// <param name="Received">Appeals received under it.</param>
/// <param name="Open">Of them, those open there still.</param>
/// <param name="Moved">Of them, those that went elsewhere with a later change.</param>
public sealed record RegionLife(string Name, string Code, string? Above, DateOnly Since, DateOnly? Until, int Received, int Open, int Moved);

/// <summary>Another region.</summary>
public sealed record RegionRef(string Code, string Name, DateOnly? ClosedOn);

/// <summary>Who held a post there, from when to when.</summary>
public sealed record HeldThen(Guid Post, Role Role, string Name, DateTime Since, DateTime? Until);
