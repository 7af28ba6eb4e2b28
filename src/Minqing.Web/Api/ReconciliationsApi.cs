using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Reconciling;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The weekly reconciliation as an interface.</summary>
internal static class ReconciliationsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/api/v1/reconciliations").WithTags("ledger").RequireAuthorization();
        lists.MapGet("", ListAsync).WithSummary("The lists of a week: those of my units, and for whoever leads an area those of its units; the newest week, or that of an instant.");
        lists.MapGet("{id:guid}", ReadAsync).WithSummary("One unit's list with its lines.");
        lists.MapPost("{id:guid}/confirmation", ConfirmAsync).WithSummary("My unit confirms its list; on the lines named it is otherwise.");
        lists.MapPost("{id:guid}/rulings", RuleAsync).WithSummary("The centre above rules on what a unit objects, line by line; where the unit is right the line does not count any more.");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RuleAsync(Guid id, RulingsRequest r, SignedIn who, RuleObjections rule, CancellationToken ct) =>
        (await rule.RunAsync(who.Viewer, id, [.. (r.Rulings ?? []).OfType<RulingRequest>().Select(x => new Ruling(x.Line, x.Upheld, x.Text))], ct)).ToHttp();

    private static async Task<Results<Ok<ReconciliationWeek>, ProblemHttpResult>> ListAsync(SignedIn who, [FromQuery] DateTimeOffset? week, [FromQuery] Coded<ReconciliationState>? state, [FromQuery] string? q, ListReconciliations list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, week?.UtcDateTime, state?.Value, q, ct)).ToHttp();

    private static async Task<Results<Ok<ReconciliationBody>, ProblemHttpResult>> ReadAsync(Guid id, SignedIn who, ReadReconciliation read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, id, ct)).ToHttp(ReconciliationBody.Of);

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(Guid id, ConfirmationRequest r, SignedIn who, ConfirmList confirm, CancellationToken ct) =>
        (await confirm.RunAsync(who.Viewer, id, [.. (r.Objections ?? []).OfType<ObjectionRequest>().Select(o => (o.Line, o.Text))], ct)).ToHttp();
}

/// <summary>A unit confirms its list.</summary>
/// <param name="Objections">The lines on which it is otherwise; none where all is right.</param>
public sealed record ConfirmationRequest(IReadOnlyList<ObjectionRequest>? Objections);

/// <summary>What is otherwise on a line.</summary>
public sealed record ObjectionRequest(int Line, string? Text);

/// <summary>The centre rules on objections.</summary>
public sealed record RulingsRequest(IReadOnlyList<RulingRequest>? Rulings);

/// <summary>Whether the unit is right on a line, and why.</summary>
public sealed record RulingRequest(int Line, bool? Upheld, string? Text);

/// <summary>A unit's list of a week.</summary>
public sealed record ReconciliationBody(
    Guid Id, string Unit, DateTime Week, int Open, int Late, int Returned, int Suspended, int Beside, DateTime DueAt, DateTime? ConfirmedAt, ReconciliationState State, bool MayConfirm, bool MayRule,
    IReadOnlyList<ReconciliationLineBody> Lines)
{
    internal static ReconciliationBody Of(ReconciliationView v) => new(
        v.List.Id, v.Unit, v.List.Slot, v.List.Open, v.List.Late, v.List.Returned, v.List.Suspended, v.List.Beside, v.List.DueAt, v.List.ConfirmedAt, v.State, v.MayConfirm, v.MayRule, [.. v.Lines.Select(ReconciliationLineBody.Of)]);
}

/// <summary>One line: as it stood, where it stands now, what the unit objects.</summary>
public sealed record ReconciliationLineBody(
    int Line, Guid Appeal, string Place, string? Text, Domain.Policy.Stage Stage, DateTime? DueAt, bool Late, bool Returned, bool Suspended, Domain.Policy.Stage StageNow, bool StillTheirs, bool Beside, string? Objection, bool? Upheld, string? Ruling,
    DateTime? RuledAt)
{
    internal static ReconciliationLineBody Of(ReconciliationLine l) => new(l.No, l.Appeal.Value, l.Address, l.Words, l.Stage, l.DueAt, l.Late, l.Returned, l.Suspended, l.StageNow, l.StillTheirs, l.Beside, l.Objection, l.Upheld,
        l.Ruling, l.RuledAt);
}
