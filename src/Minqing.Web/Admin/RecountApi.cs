using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Timing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>Open limits counted again, for programs: look, see page by page what would move, confirm, see how far it is.</summary>
internal static class RecountApi
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("recounts", ReadAsync).WithSummary("The newest recount of my area: its stage, how far it is, and a page of the limits that move.");
        admin.MapPost("recounts", BeginAsync).WithSummary("Begins to find out which open limits calendar and rules of now would move. Changes nothing.");
        admin.MapPost("recounts/{id:guid}/confirmation", ConfirmAsync).WithSummary("Moves what was found out, and nothing else.");
    }

    private static async Task<Results<Ok<RecountBody>, ProblemHttpResult>> ReadAsync(SignedIn who, [FromQuery] int? after, ReadRecount read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, after ?? 0, ct)).ToHttp(RecountBody.Of);

    private static async Task<Results<Ok<RecountBegun>, ProblemHttpResult>> BeginAsync(SignedIn who, BeginRecount begin, CancellationToken ct) =>
        (await begin.RunAsync(who.Viewer, ct)).ToHttp(id => new RecountBegun(id));

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(Guid id, SignedIn who, ConfirmRecount confirm, CancellationToken ct) =>
        (await confirm.RunAsync(who.Viewer, id, ct)).ToHttp();
}

/// <summary>A recount that has begun.</summary>
internal sealed record RecountBegun(Guid Id);

/// <summary>How far a recount is, with a page of the limits that move.</summary>
/// <param name="Id">Null where none was asked for yet.</param>
internal sealed record RecountBody(Guid? Id, RecountStage? Stage, int Open, int Seen, int Later, int Earlier, int Tried, int Moved, bool Outdated, bool Broken, IReadOnlyList<RecountMoveBody> Moves, int? Next)
{
    public static RecountBody Of(RecountView view) => view.Recount is not { } it
        ? new(null, null, 0, 0, 0, 0, 0, 0, false, false, [], null)
        : new(it.Id, it.Stage, it.Open, it.Seen, it.Later, it.Earlier, it.Tried, it.Moved, view.Outdated, view.Broken, [.. view.Moves.Select(m => new RecountMoveBody(m.No, m.Appeal.Value, m.Number, m.Kind, m.From, m.To, m.MovedAt))], view.Next);
}

/// <summary>A limit that moves, from when to when.</summary>
internal sealed record RecountMoveBody(int No, Guid Appeal, string Number, ClockKind Kind, DateTime From, DateTime To, DateTime? MovedAt);
