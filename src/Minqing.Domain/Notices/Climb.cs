using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Domain.Notices;

/// <summary>How a warning climbs the chain of responsibility (D-03).</summary>
public static class Climb
{
    /// <summary>The link that tier 2, 3 … of a warning reaches: the next ones above the unit, those it holds itself left out; the topmost once there is none.</summary>
    /// <param name="unit">The unit that the clock runs for; null for the first call, which the lowest tier answers for.</param>
    public static ChainLink? Above(Responsibility where, UnitId? unit, int tier)
    {
        var links = where.Chain.Links;
        var from = unit is null ? null : where.Units.FirstOrDefault(u => u.Id == unit)?.Region;
        var above = unit is null ? links.Skip(1).ToList()
            : links.SkipWhile(l => from is not null && l.Region != from).Where(l => l.Posts.All(p => p.Unit != unit)).ToList();
        return above.ElementAtOrDefault(tier - 2) ?? above.LastOrDefault();
    }
}
