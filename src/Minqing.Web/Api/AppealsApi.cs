using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Merging;
using Minqing.App.Supervision;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The staff's interface for reading: my list, one appeal, what is late.</summary>
internal static class AppealsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1").WithTags("appeals").RequireAuthorization();
        staff.MapGet("turns", MineAsync).WithSummary("My list: what runs out first comes first.");
        staff.MapGet("late", LateAsync).WithSummary("What is late in my area, who has it, since when.");
        staff.MapGet("appeals/{id:guid}", ReadAsync).WithSummary("One appeal with its story, clocks, orders and the steps open to me.");
        staff.MapGet("appeals/{id:guid}/merge-candidates", CandidatesAsync).WithSummary("Of which open appeals this may be the same, and what both say; steps/merge puts two together.");
        staff.MapPost("reports/{report:guid}/identity-openings", OpenAsync).WithSummary("Who reported, whole. Written down, and shown to the reporter.");
        staff.MapGet("invalid", InvalidAsync).WithSummary("What two people found to be no appeal, by reason, for my area.");
        StepsApi.Map(staff.MapGroup("appeals/{id:guid}"));
    }

    private static async Task<Ok<MyListBody>> MineAsync(SignedIn who, [FromQuery] Coded<TurnKind>? kind, [FromQuery] string? q, [FromQuery] bool? stopped, [FromQuery] string? after, ListMine list, CancellationToken ct) =>
        TypedResults.Ok(MyListBody.Of(await list.RunAsync(who.Viewer, kind?.Value, q, stopped == true, after, ct)));

    private static async Task<Results<Ok<LateListBody>, ProblemHttpResult>> LateAsync(SignedIn who, [FromQuery] string? after, ListLate list, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeLeaderView) ? TypedResults.Ok(LateListBody.Of(await list.RunAsync(who.Viewer, null, after, ct))) : new NotForYou(Permission.SeeLeaderView).ToHttp();

    private static async Task<Results<Ok<AppealBody>, ProblemHttpResult>> ReadAsync(Guid id, SignedIn who, ReadAppeal read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new AppealId(id), ct)).ToHttp(AppealBody.Of);

    private static async Task<Results<Ok<IReadOnlyList<CandidateBody>>, ProblemHttpResult>> CandidatesAsync(Guid id, SignedIn who, ListMergeCandidates list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, new(id), ct)).ToHttp(all => (IReadOnlyList<CandidateBody>)[.. all.Select(CandidateBody.Of)]);

    private static async Task<Results<Ok<InvalidListBody>, ProblemHttpResult>> InvalidAsync(SignedIn who, [FromQuery] Coded<InvalidReason>? reason, [FromQuery] string? after, ListInvalid list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, reason?.Value, after, ct)).ToHttp(InvalidListBody.Of);

    private static async Task<Results<Ok<IdentityBody>, ProblemHttpResult>> OpenAsync(Guid report, OpeningRequest request, SignedIn who, OpenIdentity open, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return (request.Purpose is { } purpose ? await open.RunAsync(who.Viewer, new(report), purpose, request.Reason, ct) : new Missing("purpose")).ToHttp(i => new IdentityBody(i.Name, i.Phone?.Value, i.Home, i.About));
    }
}
