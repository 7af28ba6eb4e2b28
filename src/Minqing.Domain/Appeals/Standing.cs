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

    /// <summary>The units that are to dispatch, check or decide something now, with the step: what waits where nobody is must not wait for ever.</summary>
    public IEnumerable<(UnitId Unit, Step Step)> Asked =>
        from asked in new (UnitId? Unit, Step Step)[] { (Screener, Step.Assign), (Checker, Step.PassCheck), (Granter, Step.GrantExtension) }
        where asked.Unit is not null
        select (asked.Unit!.Value, asked.Step);

    /// <summary>Whether the post is that to it; one that is limited to other categories is nothing to it.</summary>
    /// <param name="vacant">The units in which nobody is who may take the step.</param>
    public bool Is(Relation relation, HeldPost post, IReadOnlyList<string> keys, IReadOnlyCollection<UnitId> vacant) => post.Serves(Category) && relation switch
    {
        Relation.Reporter => false,
        Relation.Pool => keys.Any(Pool.Contains),
        Relation.PoolOrLead => keys.Any(Pool.Contains) || post.Unit == Lead || post.Unit == Screener,
        Relation.Caller => keys.Any(Callers.Contains),
        Relation.CallerOrLead => keys.Any(Callers.Contains) || post.Unit == Lead || post.Unit == Screener,
        Relation.Lead => post.Unit == Lead,
        Relation.LeadOrCo => post.Unit == Lead || Beside.Contains(post.Unit),
        Relation.Co => Beside.Contains(post.Unit),
        Relation.Screener => post.Unit == Screener || InsteadOf(Screener, post, vacant),
        Relation.Granter => post.Unit == Granter || InsteadOf(Granter, post, vacant),
        Relation.Upper => post.Unit == Upper,
        Relation.Checker => post.Unit == Checker || InsteadOf(Checker, post, vacant),
        Relation.Desk => post.Unit == Desk,
        Relation.AreaOrContact => post.Id == TakenDownBy || keys.Any(Callers.Contains) || (Permissions.Allow(post.Role, Step.Assign) && InArea(post)),
        Relation.Judge or Relation.Area => InArea(post),
    };

    // Nobody judges their own work because the next one's post is empty.
    private bool InsteadOf(UnitId? unit, HeldPost post, IReadOnlyCollection<UnitId> vacant) => unit is { } empty && vacant.Contains(empty) && post.Unit != Lead && InArea(post);

    private bool InArea(HeldPost post) => Path.StartsWith(post.Path, StringComparison.Ordinal);
}
