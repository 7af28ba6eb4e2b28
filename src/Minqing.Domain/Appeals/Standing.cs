using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>What the units and people of an appeal are to it at this moment.</summary>
public sealed record Standing(string Path, string Category, UnitId? Lead, UnitId? Upper, UnitId? Checker, UnitId? Desk, IReadOnlyCollection<string> Pool, IReadOnlyCollection<string> Callers)
{
    /// <summary>The units that work beside the lead.</summary>
    public IReadOnlyCollection<UnitId> Beside { get; init; } = [];

    /// <summary>The unit that looks at it before its dispatch.</summary>
    public UnitId? Screener { get; init; }

    /// <summary>The post that took the report down; null where the reporter sent it in.</summary>
    public PostId? TakenDownBy { get; init; }

    /// <summary>The unit that decides the extension asked for.</summary>
    public UnitId? Granter { get; init; }

    /// <summary>Whether the post is that to it; one that is limited to other categories is nothing to it.</summary>
    public bool Is(Relation relation, HeldPost post, IReadOnlyList<string> keys) => post.Serves(Category) && relation switch
    {
        Relation.Reporter => false,
        Relation.Pool => keys.Any(Pool.Contains),
        Relation.PoolOrLead => keys.Any(Pool.Contains) || post.Unit == Lead || post.Unit == Screener,
        Relation.Caller => keys.Any(Callers.Contains),
        Relation.CallerOrLead => keys.Any(Callers.Contains) || post.Unit == Lead || post.Unit == Screener,
        Relation.Lead => post.Unit == Lead,
        Relation.LeadOrCo => post.Unit == Lead || Beside.Contains(post.Unit),
        Relation.Co => Beside.Contains(post.Unit),
        Relation.Screener => post.Unit == Screener,
        Relation.Granter => post.Unit == Granter,
        Relation.Upper => post.Unit == Upper,
        Relation.Checker => post.Unit == Checker,
        Relation.Desk => post.Unit == Desk,
        Relation.AreaOrContact => post.Id == TakenDownBy || keys.Any(Callers.Contains) || (Permissions.Allow(post.Role, Step.Assign) && Path.StartsWith(post.Path, StringComparison.Ordinal)),
        Relation.Judge or Relation.Area => Path.StartsWith(post.Path, StringComparison.Ordinal),
    };
}
