using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>One tier of the chain at a place.</summary>
/// <param name="No">1 is the lowest.</param>
/// <param name="Region">The region of the place at the tier's level.</param>
/// <param name="Posts">The tier's own posts there, held or not.</param>
/// <param name="Acting">Who acts for the tier: its own holders, or those of the next tier up that has any; empty when there is none.</param>
/// <param name="FilledBy">The number of the tier that acts: its own, a higher one, or null.</param>
public sealed record ChainLink(int No, RegionId Region, IReadOnlyList<ChainPost> Posts, IReadOnlyList<ChainPost> Acting, int? FilledBy)
{
    public bool Vacant => FilledBy != No;

    /// <summary>Posts of this tier that nobody holds.</summary>
    public IEnumerable<ChainPost> Gaps => Posts.Where(p => !p.Held);
}
