using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Domain.Notices;

/// <summary>How a warning climbs the chain of responsibility (D-03).</summary>
public static class Climb
{
    /// <summary>The link that tier 2, 3 … of a first call reaches, which the lowest tier answers for; the topmost once there is none.</summary>
    public static ChainLink? Above(Responsibility where, int tier)
    {
        var above = where.Chain.Links.Skip(1).ToList();
        return above.ElementAtOrDefault(tier - 2) ?? above.LastOrDefault();
    }

    /// <summary>The links above a unit, the nearest first; those that it holds itself are left out.</summary>
    public static IEnumerable<ChainLink> Above(Responsibility where, UnitId unit)
    {
        var from = where.Units.FirstOrDefault(u => u.Id == unit)?.Region;
        return where.Chain.Links.SkipWhile(l => from is not null && l.Region != from).Where(l => l.Posts.All(p => p.Unit != unit));
    }

    /// <summary>Whom tier 1, 2, 3 … of a warning reaches: each further one people that none before it reached, where there are any; the topmost once there is none.</summary>
    /// <param name="rungs">Whoever handles it, the unit's head, then link by link.</param>
    public static IReadOnlyList<T> To<T, TPerson>(int tier, IEnumerable<IReadOnlyList<T>> rungs, Func<T, TPerson> person)
    {
        var (told, steps) = (new HashSet<TPerson>(), new List<IReadOnlyList<T>>());
        foreach (var rung in rungs)
        {
            IReadOnlyList<T> fresh = [.. rung.DistinctBy(person).Where(r => told.Add(person(r)))];
            steps.AddRange(fresh.Count > 0 ? [fresh] : []);
        }

        return steps.ElementAtOrDefault(tier - 1) ?? steps.LastOrDefault() ?? [];
    }
}
