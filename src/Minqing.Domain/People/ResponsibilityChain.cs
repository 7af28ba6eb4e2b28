using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>Who answers for a place, tier by tier, lowest first. A vacant tier is filled by the next tier up.</summary>
public sealed record ResponsibilityChain(IReadOnlyList<ChainLink> Links)
{
    /// <summary>Builds it from the profile's tiers, the regions above the place, and the posts at them.</summary>
    /// <param name="lineage">The place's own region and those above it, by level.</param>
    public static ResponsibilityChain Of(IReadOnlyList<Tier> tiers, IReadOnlyDictionary<RegionLevel, RegionId> lineage, IReadOnlyCollection<ChainPost> posts)
    {
        var links = new List<ChainLink>();
        (int? No, IReadOnlyList<ChainPost> Acting) above = (null, []);
        foreach (var tier in tiers.OrderByDescending(t => t.No).Where(t => lineage.ContainsKey(t.Level)))
        {
            var region = lineage[tier.Level];
            var own = posts.Where(p => p.Region == region && tier.Roles.Contains(p.Role)).OrderBy(p => p.Role).ThenBy(p => p.Rank).ThenBy(p => p.Id.Value).ToList();
            var held = own.Where(p => p.Held).ToList();
            above = held.Count > 0 ? (tier.No, held) : above;
            links.Insert(0, new(tier.No, region, own, above.Acting, above.No));
        }

        return new(links);
    }

    /// <summary>A tier by its number; null when the profile has none here.</summary>
    public ChainLink? Tier(int no) => Links.FirstOrDefault(l => l.No == no);

    /// <summary>The next tier above; null at the top.</summary>
    public ChainLink? Above(int no) => Links.FirstOrDefault(l => l.No > no);

    /// <summary>Every post of the chain that nobody holds.</summary>
    public IEnumerable<ChainPost> Gaps => Links.SelectMany(l => l.Gaps);
}
