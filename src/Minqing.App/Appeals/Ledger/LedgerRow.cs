using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Ledger;

/// <summary>One line of the ledger, without who reported it; words masked.</summary>
/// <param name="Number">Of the first report, as people read it.</param>
/// <param name="DueAt">Until when the lead had or has to handle it; null before its dispatch.</param>
/// <param name="Late">The limit passed before it was done.</param>
/// <param name="Suspended">Its time stands still.</param>
/// <param name="Result">What was handed in in the newest round, in words.</param>
/// <param name="Asked">What came of the newest call-back or rating; null while nobody asked.</param>
/// <param name="Rating">How satisfied the reporter is with the result, 1 to 5; null where they did not say.</param>
/// <param name="Returned">How often it was sent back down, or its result refused.</param>
/// <param name="Extended">How often more time was granted.</param>
public sealed record LedgerRow(
    AppealId Appeal,
    string Number,
    DateTime ReceivedAt,
    Channel Source,
    string Address,
    string? Words,
    string Category,
    Urgency Urgency,
    Stage Stage,
    UnitId? LeadUnit,
    string? Lead,
    DateTime? StartAt,
    DateTime? DueAt,
    bool Late,
    bool Suspended,
    Outcome? Outcome,
    string? Result,
    DateTime? ClosedAt,
    CallOutcome? Asked,
    int? Rating,
    int Returned,
    int Extended,
    int Reports)
{
    /// <summary>Until when it is still to be handled; null for what has ended or is closed, which runs out of no time.</summary>
    public DateTime? RunsOutAt => ClosedAt is null && !Domain.Appeals.Appeal.Ends.Contains(Stage) ? DueAt : null;

    /// <summary>The units that work or worked beside the lead.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Whether they were asked by link, and not called.</summary>
    public bool AskedByLink { get; init; }
}
