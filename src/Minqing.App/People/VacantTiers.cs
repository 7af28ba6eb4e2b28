using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Storage.Regions;

namespace Minqing.App.People;

/// <summary>The chain of responsibility seen from above: which tiers below a post have nobody and so fall to it.</summary>
public sealed class VacantTiers(MinqingDb db, Profile profile, TimeProvider clock)
{
    /// <summary>The tiers that a post acts for: its own, and those below that are vacant up to it.</summary>
    public async Task<IReadOnlyList<TierKey>> ActedForAsync(HeldPost post, CancellationToken ct)
    {
        if (profile.Chain.FirstOrDefault(t => t.Roles.Contains(post.Role)) is not { } own)
            return [];

        var keys = new List<TierKey> { new(own.No, post.Region) };
        IReadOnlyCollection<string> within = [post.Path];
        foreach (var tier in profile.Chain.Where(t => t.No < own.No).OrderByDescending(t => t.No))
        {
            var empty = (await EmptyAsync(tier, new(post.Path), ct)).Where(r => within.Any(w => r.Path.StartsWith(w, StringComparison.Ordinal))).ToList();
            if (empty.Count == 0)
                break;

            keys.AddRange(empty.Select(r => new TierKey(tier.No, r.Id)));
            within = [.. empty.Select(r => r.Path)];
        }

        return keys;
    }

    // A region without any post of the tier is as empty as one whose posts nobody holds.
    private async Task<List<Region>> EmptyAsync(Tier tier, RegionPath area, CancellationToken ct)
    {
        var manned = db.Posts.MannedAt(clock.Now());
        return await db.Regions.AsNoTracking().Under(area)
            .Where(r => r.Level == tier.Level && r.ClosedOn == null)
            .Where(r => !manned.Any(p => p.Region == r.Id && tier.Roles.Contains(p.Role)))
            .ToListAsync(ct);
    }
}
