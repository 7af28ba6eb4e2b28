using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>The list of one week for the leaders of one region: what they are to instruct on (S-03). Made once, never changed.</summary>
public sealed class WeeklyRound
{
    /// <summary>No list is longer; the longest waiting come first.</summary>
    public const int ItemsAtMost = 200;

    private readonly List<RoundItem> items = [];

    public WeeklyRound(Guid id, DateTime slot, RegionId region, string path, RegionLevel level, RegionLevel? after, IEnumerable<RoundItem> items, DateTime madeAt)
    {
        (Id, Slot, Region, Path, Level, After, MadeAt) = (id, slot, region, path, level, after, madeAt);
        this.items.AddRange(items);
    }

    private WeeklyRound()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The instant for which it was planned.</summary>
    public DateTime Slot { get; private set; }

    public RegionId Region { get; private set; }

    public string Path { get; private set; } = "";

    public RegionLevel Level { get; private set; }

    /// <summary>The level whose instructions had no effect, where it is of those.</summary>
    public RegionLevel? After { get; private set; }

    public DateTime MadeAt { get; private set; }

    public IReadOnlyList<RoundItem> Items => items;
}

/// <summary>One appeal on the list, and why it was put there.</summary>
public sealed class RoundItem
{
    public RoundItem(int no, AppealId appeal, RoundCause cause, Concern concerns) => (No, Appeal, Cause, Concerns) = (no, appeal, cause, concerns);

    private RoundItem()
    {
    }

    public int No { get; private set; }

    public AppealId Appeal { get; private set; }

    public RoundCause Cause { get; private set; }

    /// <summary>What about it called for supervision when the list was made.</summary>
    public Concern Concerns { get; private set; }
}

/// <summary>Why an appeal is on a week's list.</summary>
public enum RoundCause
{
    /// <summary>Overdue, returned, unsatisfied, of many, repeated.</summary>
    Watched,

    /// <summary>Open for long.</summary>
    LongUnsolved,

    /// <summary>The level below instructed, and it is still not solved.</summary>
    WithoutEffect,
}
