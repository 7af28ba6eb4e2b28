using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Instructing;
using Minqing.App.Supervision.Rounds;
using Minqing.App.Supervision.Watching;
using Minqing.Domain.Appeals;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The interface for those who supervise: watch lists, instructions.</summary>
internal static class SupervisionApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1").WithTags("supervision").RequireAuthorization();
        staff.MapGet("watch", WatchAsync).WithSummary("What is to be supervised in my area: overdue, near-due, returned, unsatisfied, group, sensitive, repeated; the longest waiting first.");
        staff.MapGet("places", PlacesAsync).WithSummary("How it stands in every place one level below mine: open, late, not called in time, settled lately.");
        staff.MapPost("appeals/{id:guid}/instructions", GiveAsync).WithSummary("Instruct on an appeal: words, to a unit or a post, within how many working days, with or without an answer.");
        staff.MapGet("rounds", RoundsAsync).WithSummary("The weekly lists of my area, and one of them: the newest, or that named by id.");
        var instructions = staff.MapGroup("instructions");
        instructions.MapGet("", ListAsync).WithSummary("Instructions: those I gave, those to me, those of my area.");
        instructions.MapGet("figures", FiguresAsync).WithSummary("Per leader and level: given, done, late.");
        instructions.MapGet("{id:guid}", ReadAsync).WithSummary("One instruction with what was written to and fro.");
        instructions.MapPost("{id:guid}/acknowledgement", AcknowledgeAsync).WithSummary("I have read it.");
        instructions.MapPost("{id:guid}/answers", AnswerAsync).WithSummary("The answer.");
        instructions.MapPost("{id:guid}/acceptance", AcceptAsync).WithSummary("The answer does; the handling may be rated with it.");
        instructions.MapPost("{id:guid}/send-backs", SendBackAsync).WithSummary("The answer does not do.");
    }

    private static async Task<Results<Ok<IReadOnlyList<PlaceState>>, ProblemHttpResult>> PlacesAsync(SignedIn who, ListPlaces list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, ct)).ToHttp();

    private static async Task<Results<Ok<RoundsBody>, ProblemHttpResult>> RoundsAsync(SignedIn who, [FromQuery] Guid? id, ReadRounds read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, id, ct)).ToHttp(RoundsBody.Of);

    private static async Task<Results<Created<InstructionIdBody>, ProblemHttpResult>> GiveAsync(Guid id, InstructionRequest r, SignedIn who, GiveInstruction give, CancellationToken ct) =>
        (await give.RunAsync(who.Viewer, new(id), new(r.Text, r.Unit, r.Post, r.Days, r.AnswerDue ?? true), ct)).ToCreated(i => $"/api/v1/instructions/{i.Value}", i => new InstructionIdBody(i.Value));

    private static async Task<Ok<InstructionsBody>> ListAsync(SignedIn who, [FromQuery] Coded<InstructionList>? which, [FromQuery] bool? done, [FromQuery] string? after, ListInstructions list, CancellationToken ct) =>
        TypedResults.Ok(InstructionsBody.Of(await list.RunAsync(who.Viewer, which?.Value ?? InstructionList.ToMe, done == true, after, ct)));

    private static async Task<Results<Ok<InstructionFigures>, ProblemHttpResult>> FiguresAsync(SignedIn who, [FromQuery] DateOnly from, [FromQuery] DateOnly to, CountInstructions count, CancellationToken ct) =>
        (await count.RunAsync(who.Viewer, from, to, ct)).ToHttp();

    private static async Task<Results<Ok<InstructionBody>, ProblemHttpResult>> ReadAsync(Guid id, SignedIn who, ReadInstruction read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), ct)).ToHttp(InstructionBody.Of);

    private static async Task<Results<Ok<InstructionStateBody>, ProblemHttpResult>> AcknowledgeAsync(Guid id, SignedIn who, AcknowledgeInstruction acknowledge, CancellationToken ct) =>
        (await acknowledge.RunAsync(who.Viewer, new(id), ct)).ToHttp(InstructionStateBody.Of);

    private static async Task<Results<Ok<InstructionStateBody>, ProblemHttpResult>> AnswerAsync(Guid id, AnswerRequest r, SignedIn who, AnswerInstruction answer, CancellationToken ct) =>
        (await answer.RunAsync(who.Viewer, new(id), r.Text, ct)).ToHttp(InstructionStateBody.Of);

    private static async Task<Results<Ok<InstructionStateBody>, ProblemHttpResult>> AcceptAsync(Guid id, AcceptanceRequest r, SignedIn who, AcceptInstruction accept, CancellationToken ct) =>
        (await accept.RunAsync(who.Viewer, new(id), r.Rating, r.Text, ct)).ToHttp(InstructionStateBody.Of);

    private static async Task<Results<Ok<InstructionStateBody>, ProblemHttpResult>> SendBackAsync(Guid id, AnswerRequest r, SignedIn who, SendBackInstruction back, CancellationToken ct) =>
        (await back.RunAsync(who.Viewer, new(id), r.Text, ct)).ToHttp(InstructionStateBody.Of);

    private static async Task<Results<Ok<WatchBody>, ProblemHttpResult>> WatchAsync(SignedIn who, [FromQuery] Coded<Concern>? kind, [FromQuery] string? after, ListWatched list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, kind?.Value ?? Concern.None, after, ct)).ToHttp(WatchBody.Of);
}
