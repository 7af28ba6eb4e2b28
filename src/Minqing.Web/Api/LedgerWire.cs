using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>The filter of the ledger, as it stands in an address.</summary>
public sealed record LedgerQuery
{
    /// <summary>A piece of words or place, or a number.</summary>
    [FromQuery]
    public string? Q { get; init; }

    /// <summary>The first day of receipt.</summary>
    [FromQuery]
    public string? From { get; init; }

    /// <summary>The last day of receipt.</summary>
    [FromQuery]
    public string? To { get; init; }

    /// <summary>A region's code.</summary>
    [FromQuery]
    public string? Region { get; init; }

    /// <summary>A category's code.</summary>
    [FromQuery]
    public string? Category { get; init; }

    /// <summary>Where it stands.</summary>
    [FromQuery]
    public string? Stage { get; init; }

    /// <summary>late, near-due, returned, suspended or extended.</summary>
    [FromQuery]
    public string? Mark { get; init; }

    /// <summary>A piece of the lead unit's name.</summary>
    [FromQuery]
    public string? Unit { get; init; }

    /// <summary>Through which entry it came.</summary>
    [FromQuery]
    public string? Source { get; init; }

    /// <summary>What was verified.</summary>
    [FromQuery]
    public string? Outcome { get; init; }

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
    internal static LedgerBody Of(LedgerPage page, IReadOnlyDictionary<UnitId, Barred> vetoed) => new([.. page.Rows.Select(r => LedgerRowBody.Of(r, vetoed))], page.Next?.Text, page.SoughtTo);
}

/// <summary>One line of the ledger.</summary>
/// <param name="LeadBarred">A veto bars the lead from this year's awards; said to those who lead.</param>
public sealed record LedgerRowBody(
    Guid Appeal, string Number, DateTime ReceivedAt, Channel Source, string Place, string? Text, string Category, Urgency Urgency, Stage Stage, string? Lead, IReadOnlyList<string> Beside, DateTime? DueAt, bool Late, bool Suspended,
    Outcome? Outcome, string? Result, DateTime? ClosedAt, CallOutcome? Asked, int? Rating, int Returned, int Extended, int Reports, bool LeadBarred)
{
    internal static LedgerRowBody Of(LedgerRow r, IReadOnlyDictionary<UnitId, Barred> vetoed) => new(
        r.Appeal.Value, r.Number, r.ReceivedAt, r.Source, r.Address, r.Words, r.Category, r.Urgency, r.Stage, r.Lead, r.Beside, r.DueAt, r.Late, r.Suspended, r.Outcome, r.Result, r.ClosedAt, r.Asked, r.Rating,
        r.Returned, r.Extended, r.Reports, r.LeadUnit is { } unit && vetoed.ContainsKey(unit));
}

/// <summary>How many stand at each stage; those whose time stands still apart.</summary>
public sealed record LedgerCountsBody(IReadOnlyDictionary<string, int> Stages, int Suspended)
{
    internal static LedgerCountsBody Of(LedgerCounts counts) => new(counts.Stages.ToDictionary(s => s.Key.Name(), s => s.Value), counts.Suspended);
}

/// <summary>A filter to keep: of which list, under which name, what it asks as it stands in the address, and whether one's unit has it too.</summary>
public sealed record FilterRequest(FilteredList? List, string? Name, string? Query, bool? Shared);
