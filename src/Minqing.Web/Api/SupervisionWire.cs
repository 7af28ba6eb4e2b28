using Minqing.App.Supervision.Rounds;
using Minqing.App.Supervision.Watching;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Api;

/// <summary>A watch list: the numbers of all of it, a page of rows, and the cursor of the next one.</summary>
/// <param name="Counts">By kind; an appeal may be of several.</param>
public sealed record WatchBody(int Pressing, int Grave, int Uncalled, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<WatchRowBody> Rows, string? Next)
{
    internal static WatchBody Of(WatchList list) =>
        new(list.Pressing, list.Grave, list.Uncalled, list.Counts.ToDictionary(c => c.Key.Name(), c => c.Value), [.. list.Rows.Select(WatchRowBody.Of)], list.Next);
}

/// <summary>One appeal that is to be supervised, and why.</summary>
public sealed record WatchRowBody(Guid Appeal, IReadOnlyList<Concern> Why, string Place, string? Text, string? Lead, Stage Stage, string Category, Urgency Urgency, DateTime ReceivedAt, DateTime? DueAt, int Urges)
{
    internal static WatchRowBody Of(WatchRow r) => new(r.Appeal.Value, [.. r.Why], r.Address, r.Words, r.Lead, r.Stage, r.Category, r.Urgency, r.ReceivedAt, r.DueAt, r.Urges);
}

/// <summary>The weekly lists of an area, the newest first, and the rows of one.</summary>
public sealed record RoundsBody(IReadOnlyList<RoundHead> Rounds, RoundHead? Round, IReadOnlyList<RoundRowBody> Rows)
{
    internal static RoundsBody Of(RoundsView view) => new(view.Rounds, view.Round, [.. view.Rows.Select(RoundRowBody.Of)]);
}

/// <summary>One appeal of a weekly list.</summary>
public sealed record RoundRowBody(Guid Appeal, RoundCause Cause, string Place, string? Text, string? Lead, Stage Stage, DateTime ReceivedAt, bool Instructed)
{
    internal static RoundRowBody Of(RoundRow r) => new(r.Appeal.Value, r.Cause, r.Address, r.Words, r.Lead, r.Stage, r.ReceivedAt, r.Instructed);
}
