using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Ledger;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>The filter of the ledger, as it stands in an address.</summary>
/// <param name="Q">A piece of words or place, or a number.</param>
/// <param name="From">The first day of receipt.</param>
/// <param name="To">The last day of receipt.</param>
/// <param name="Region">A region's code.</param>
/// <param name="Category">A category's code.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Mark">late, near-due, returned, suspended or extended.</param>
/// <param name="Unit">A piece of the lead unit's name.</param>
/// <param name="Source">Through which entry it came.</param>
/// <param name="Outcome">What was verified.</param>
public sealed record LedgerQuery(
    [FromQuery] string? Q, [FromQuery] string? From, [FromQuery] string? To, [FromQuery] string? Region, [FromQuery] string? Category,
    [FromQuery] string? Stage, [FromQuery] string? Mark, [FromQuery] string? Unit, [FromQuery] string? Source, [FromQuery] string? Outcome)
{
    internal Result<LedgerFilter> Filter => LedgerFilter.Read(part => part switch
    {
        "q" => Q,
        "from" => From,
        "to" => To,
        "region" => Region,
        "category" => Category,
        "stage" => Stage,
        "mark" => Mark,
        "unit" => Unit,
        "source" => Source,
        "outcome" => Outcome,
        _ => null,
    });
}

/// <summary>A page of the ledger.</summary>
/// <param name="SoughtTo">Set where the search stopped for its length: everything received since then was looked at; <paramref name="Next"/> looks further back.</param>
public sealed record LedgerBody(IReadOnlyList<LedgerRowBody> Rows, string? Next, DateTime? SoughtTo)
{
    internal static LedgerBody Of(LedgerPage page) => new([.. page.Rows.Select(LedgerRowBody.Of)], page.Next?.Text, page.SoughtTo);
}

/// <summary>One line of the ledger.</summary>
public sealed record LedgerRowBody(
    Guid Appeal, string Number, DateTime ReceivedAt, Channel Source, string Place, string? Text, string Category, Urgency Urgency, Stage Stage, string? Lead, DateTime? DueAt, bool Late, bool Suspended,
    Outcome? Outcome, string? Result, DateTime? ClosedAt, CallOutcome? Asked, int? Rating, int Returned, int Extended, int Reports)
{
    internal static LedgerRowBody Of(LedgerRow r) => new(
        r.Appeal.Value, r.Number, r.ReceivedAt, r.Source, r.Address, r.Words, r.Category, r.Urgency, r.Stage, r.Lead, r.DueAt, r.Late, r.Suspended, r.Outcome, r.Result, r.ClosedAt, r.Asked, r.Rating,
        r.Returned, r.Extended, r.Reports);
}

/// <summary>How many stand at each stage; those whose time stands still apart.</summary>
public sealed record LedgerCountsBody(IReadOnlyDictionary<string, int> Stages, int Suspended)
{
    internal static LedgerCountsBody Of(LedgerCounts counts) => new(counts.Stages.ToDictionary(s => s.Key.Name(), s => s.Value), counts.Suspended);
}

/// <summary>A filter to keep: of which list, under which name, what it asks as it stands in the address, and whether one's unit has it too.</summary>
public sealed record FilterRequest(FilteredList? List, string? Name, string? Query, bool? Shared);
