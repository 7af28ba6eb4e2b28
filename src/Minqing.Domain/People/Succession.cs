using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>Which regions, units and posts others took the place of (O-09). A post that nobody continues goes to null.</summary>
public sealed record Succession(IReadOnlyDictionary<RegionId, RegionId> Regions, IReadOnlyDictionary<UnitId, UnitId> Units, IReadOnlyDictionary<PostId, PostId?> Posts)
{
    public static readonly Succession None = new(new Dictionary<RegionId, RegionId>(), new Dictionary<UnitId, UnitId>(), new Dictionary<PostId, PostId?>());

    public UnitId Of(UnitId unit) => Units.GetValueOrDefault(unit, unit);

    public RegionId Of(RegionId region) => Regions.GetValueOrDefault(region, region);

    /// <summary>The post itself where nothing took its place.</summary>
    public PostId? Of(PostId post) => Posts.TryGetValue(post, out var to) ? to : post;
}
