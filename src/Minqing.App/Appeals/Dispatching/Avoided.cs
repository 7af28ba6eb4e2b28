using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Who of a place's chain does not make the first contact, because a tier is, or sits in, whom the report is about (P-12).</summary>
internal static class Avoided
{
    /// <summary>The turn keys of those tiers, and of the posts that act for them.</summary>
    public static IReadOnlyCollection<string> Tiers(Responsibility where, UnitId? unit, PostId? post) =>
        [.. where.Chain.Links.Where(l => l.Posts.Concat(l.Acting).Any(p => p.Id == post || p.Unit == unit))
            .SelectMany(l => l.Posts.Concat(l.Acting).Select(p => TurnKey.Of(p.Id)).Prepend(TurnKey.Of(l.No, l.Region))).Distinct()];
}
