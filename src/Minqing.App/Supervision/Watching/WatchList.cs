using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Supervision.Watching;

/// <summary>A page of what is to be supervised in an area, with the numbers of all of it.</summary>
/// <param name="Counts">How many of each kind; an appeal may be of several.</param>
/// <param name="Pressing">How many in all, without what is merely near its limit.</param>
/// <param name="Grave">How many for what they are, whatever the time.</param>
/// <param name="Uncalled">How many whose reporter nobody called in time; 1000 means at least that many.</param>
public sealed record WatchList(IReadOnlyList<WatchRow> Rows, string? Next, IReadOnlyDictionary<Concern, int> Counts, int Pressing, int Grave, int Uncalled)
{
    /// <summary>What calls for supervision for what it is, whatever the time.</summary>
    public const Concern GraveOnes = Concern.Returned | Concern.Unsatisfied | Concern.Group | Concern.Sensitive | Concern.Repeated;

    /// <summary>All but what is merely near its limit.</summary>
    public const Concern PressingOnes = GraveOnes | Concern.Overdue;

    public static IReadOnlyList<Concern> Kinds { get; } = [.. Enum.GetValues<Concern>().Where(c => c != Concern.None)];
}

/// <summary>One appeal that is to be supervised: why, what and where, who has it, until when.</summary>
/// <param name="DueAt">The nearest limit of those whose move it is; null when it is nobody's.</param>
public sealed record WatchRow(
    AppealId Appeal,
    Concern Concerns,
    string Address,
    string? Words,
    string? Lead,
    Stage Stage,
    string Category,
    Urgency Urgency,
    DateTime ReceivedAt,
    DateTime? DueAt,
    DateTime? StartAt,
    int Urges)
{
    public IEnumerable<Concern> Why => WatchList.Kinds.Where(c => Concerns.HasFlag(c));
}
