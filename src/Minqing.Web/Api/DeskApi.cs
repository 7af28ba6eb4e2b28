using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Lists;
using Minqing.App.Supervision;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The desks as an interface: calls taken down, what is looked up meanwhile, what waits to be dispatched, who is to be asked.</summary>
internal static class DeskApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/api/v1/desk").WithTags("desk").RequireAuthorization();
        desk.MapPost("reports", TakeDownAsync).WithSummary("A call is taken down; with join the caller becomes another reporter of that appeal. The same Idempotency-Key again gives the same answer, for 7 days.");
        desk.MapPost("lookups", LookAsync).WithSummary("What is found for what was typed so far: places, the caller's earlier reports (each writes down that it was looked up), what may be the same, the category, who would get it by when.");
        var staff = routes.MapGroup("/api/v1").WithTags("desk").RequireAuthorization();
        staff.MapGet("dispatch", DispatchAsync).WithSummary("What waits at a centre to be judged, given, ruled on, granted or agreed to. One kind of work has pages.");
        staff.MapGet("dispatch/accuracy", AccuracyAsync).WithSummary("How many dispatches of my area were right the first time, by whom, in the last days (30 unless said, at most 366).");
        staff.MapGet("followups", FollowUpsAsync).WithSummary("What was closed and waits for my desk to ask its reporters; what runs out first comes first.");
    }

    private static async Task<Results<Created<TakenDownBody>, ProblemHttpResult>> TakeDownAsync(
        [FromHeader(Name = "Idempotency-Key")] string? key, DeskReportRequest r, SignedIn who, TakeDownJoined take, Settings settings, CancellationToken ct) =>
        (await take.RunAsync(who.Viewer, key ?? "", r.AsSubmission(), r.Join, ct)).ToCreated(t => $"/api/v1/reports/{t.Receipt.Number}", t => TakenDownBody.Of(t, settings));

    private static async Task<Results<Ok<CallLookBody>, ProblemHttpResult>> LookAsync(LookupRequest r, SignedIn who, LookUpCall look, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var found = await look.RunAsync(who.Viewer, r.AsCall(), ct);
        return found is { Ok: true, Value: { } it } && (it.Earlier?.Problem ?? it.Preview?.Problem) is { } no ? no.ToHttp() : found.ToHttp(CallLookBody.Of);
    }

    private static async Task<Results<Ok<DispatchListBody>, ProblemHttpResult>> DispatchAsync(SignedIn who, [FromQuery] Coded<DispatchWork>? work, [FromQuery] string? q, [FromQuery] string? after, ListDispatch list, CancellationToken ct) =>
        who.Viewer.May(Permission.Dispatch) || who.Viewer.May(Permission.Triage)
            ? TypedResults.Ok(DispatchListBody.Of(await list.RunAsync(who.Viewer, work?.Value, q, after, ct)))
            : new NotForYou(Permission.Dispatch).ToHttp();

    private static async Task<Results<Ok<AccuracyBody>, ProblemHttpResult>> AccuracyAsync(SignedIn who, [FromQuery] int? days, CountDispatches count, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeLeaderView) ? TypedResults.Ok(AccuracyBody.Of(await count.RunAsync(who.Viewer, days ?? CountDispatches.Days, ct))) : new NotForYou(Permission.SeeLeaderView).ToHttp();

    private static async Task<Results<Ok<FollowUpsBody>, ProblemHttpResult>> FollowUpsAsync(SignedIn who, [FromQuery] string? q, [FromQuery] string? after, ListMine list, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeFollowUps) ? TypedResults.Ok(FollowUpsBody.Of((await list.RunAsync(who.Viewer, TurnKind.FollowUp, q, false, after, ct)).Page)) : new NotForYou(Permission.SeeFollowUps).ToHttp();
}
