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
    }

    private static async Task<Results<Ok<ReconciliationWeek>, ProblemHttpResult>> ListAsync(SignedIn who, [FromQuery] DateTimeOffset? week, [FromQuery] Coded<ReconciliationState>? state, [FromQuery] string? q, ListReconciliations list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, week?.UtcDateTime, state?.Value, q, ct)).ToHttp();

    private static async Task<Results<Ok<ReconciliationBody>, ProblemHttpResult>> ReadAsync(Guid id, SignedIn who, ReadReconciliation read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, id, ct)).ToHttp(ReconciliationBody.Of);

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(Guid id, ConfirmationRequest r, SignedIn who, ConfirmList confirm, CancellationToken ct) =>
        (await confirm.RunAsync(who.Viewer, id, [.. (r.Objections ?? []).Select(o => (o.Line, o.Text))], ct)).ToHttp();
}

/// <summary>A unit confirms its list.</summary>
/// <param name="Objections">The lines on which it is otherwise; none where all is right.</param>
public sealed record ConfirmationRequest(IReadOnlyList<ObjectionRequest>? Objections);

/// <summary>What is otherwise on a line.</summary>
public sealed record ObjectionRequest(int Line, string? Text);

/// <summary>A unit's list of a week.</summary>
public sealed record ReconciliationBody(
    Guid Id, string Unit, DateTime Week, int Open, int Late, int Returned, int Suspended, DateTime DueAt, DateTime? ConfirmedAt, ReconciliationState State, bool MayConfirm, IReadOnlyList<ReconciliationLineBody> Lines)
{
    internal static ReconciliationBody Of(ReconciliationView v) => new(
        v.List.Id, v.Unit, v.List.Slot, v.List.Open, v.List.Late, v.List.Returned, v.List.Suspended, v.List.DueAt, v.List.ConfirmedAt, v.State, v.MayConfirm, [.. v.Lines.Select(ReconciliationLineBody.Of)]);
}

/// <summary>One line: as it stood, where it stands now, what the unit objects.</summary>
public sealed record ReconciliationLineBody(
    int Line, Guid Appeal, string Place, string? Text, Domain.Policy.Stage Stage, DateTime? DueAt, bool Late, bool Returned, bool Suspended, Domain.Policy.Stage StageNow, bool StillTheirs, string? Objection)
{
    internal static ReconciliationLineBody Of(ReconciliationLine l) => new(l.No, l.Appeal.Value, l.Address, l.Words, l.Stage, l.DueAt, l.Late, l.Returned, l.Suspended, l.StageNow, l.StillTheirs, l.Objection);
}
