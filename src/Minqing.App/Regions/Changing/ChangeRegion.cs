using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.App.Regions.Changing;

/// <summary>Renames a region, gives it another code or another region above it, from a day on. What is below it moves with it; so do the appeals that are open there; what all of them were stays known.</summary>
public sealed class ChangeRegion(MinqingDb db, RegionsMoved moved)
{
    public async Task<Result<Done>> RunAsync(string code, RegionChange change, DateOnly on, CancellationToken ct)
    {
        if (await db.Regions.SingleOrDefaultAsync(r => r.Code == code, ct) is not { } region)
            return new NoSuchRegion(code);
        var parent = change.Parent is { } above ? await db.Regions.SingleOrDefaultAsync(r => r.Code == above, ct) : await db.Regions.SingleOrDefaultAsync(r => r.Id == region.ParentId, ct);
        if (await RefusedAsync(region, parent, change, on, ct) is { } problem)
            return problem;

        var below = await db.Regions.Under(region).Where(r => r.Id != region.Id).OrderBy(r => r.Path).ToListAsync(ct);
        if (below.FirstOrDefault(r => r.Since > on) is { } later)
            return new RegionChangedLater(later.Since);

        var before = below.Append(region).ToDictionary(r => r.Id, r => r.Path);
        Keep(region.Change(change.Code ?? region.Code, change.Name ?? region.Name, region.Level, parent, on));
        var parents = new Dictionary<RegionId, Region> { [region.Id] = region };
        foreach (var child in below)
        {
            var over = parents[child.ParentId!.Value];
            if (child.Differs(child.Name, child.Level, over))
                Keep(child.Follow(over, on));
            parents.Add(child.Id, child);
        }

        await db.RestampAsync(Stamp.Regions, ct);
        var moves = parents.Values.Where(r => r.Path != before[r.Id]).Select(r => new RegionMove(r.Id, before[r.Id], r.Path)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await moved(moves, ct);
        await transaction.CommitAsync(ct);
        return default(Done);
    }

    private async Task<Problem?> RefusedAsync(Region region, Region? parent, RegionChange change, DateOnly on, CancellationToken ct)
    {
        if (change.Parent is { } wanted && parent is null)
            return new NoSuchRegion(wanted);
        if (parent is not null && parent.Level >= region.Level)
            return new RegionTooLow(parent.Code);
        if (change.Code is { } code && RegionCode.Parse(code, region.Level) != code)
            return new RegionCodeNotUsable(code);
        if (change.Code is { } taken && await db.Regions.AnyAsync(r => r.Code == taken && r.Id != region.Id, ct))
            return new RegionCodeTaken(taken);
        return region.Since > on ? new RegionChangedLater(region.Since) : null;
    }

    private void Keep(RegionVersion? before)
    {
        if (before is not null)
            db.RegionVersions.Add(before);
    }
}

/// <summary>What becomes different about a region; null leaves it as it is. Codes are in full.</summary>
public sealed record RegionChange(string? Code = null, string? Name = null, string? Parent = null);
