using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Commending;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>Who is put forward for the commendation of a year; the same use cases as the page.</summary>
internal static class CommendationsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1/commendations").WithTags("commendations").RequireAuthorization();
        staff.MapGet("", ListAsync).WithSummary("The units of my area that were put forward for a year; one that a veto bars says so.");
        staff.MapPost("", NominateAsync).WithSummary("Puts a unit of my area forward; one that a veto bars is refused.");
        staff.MapPost("{id:guid}/withdrawal", TakeBackAsync).WithSummary("It is no longer put forward.");
    }

    private static async Task<Results<Ok<CommendationsBody>, ProblemHttpResult>> ListAsync([FromQuery] int year, [FromQuery] string? after, SignedIn who, ListNominees list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, year, after, ct)).ToHttp(CommendationsBody.Of);

    private static async Task<Results<Created<CommendationDone>, ProblemHttpResult>> NominateAsync(NominationForm form, SignedIn who, NominateUnit nominate, CancellationToken ct) =>
        (await nominate.RunAsync(who.Viewer, form, ct)).ToCreated(id => $"/api/v1/commendations/{id.Value}", id => new CommendationDone(id.Value));

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(Guid id, PublicityWithdrawal r, SignedIn who, TakeBackNomination back, CancellationToken ct) =>
        (await back.RunAsync(who.Viewer, new(id), r.Reason, ct)).ToHttp();
}

/// <summary>What was put forward.</summary>
internal sealed record CommendationDone(Guid Id);

/// <summary>A page of those put forward.</summary>
internal sealed record CommendationsBody(IReadOnlyList<CommendationBody> Rows, string? Next)
{
    internal static CommendationsBody Of(NomineeList list) => new([.. list.Rows.Select(r => new CommendationBody(r.Id, r.Unit, r.Name, r.Place, r.Words, r.NominatedAt, r.By, r.Barred?.No, r.Barred?.Ground))], list.Next);
}

/// <summary>A unit put forward; with the number and the ground of the veto that bars it, where one does.</summary>
internal sealed record CommendationBody(Guid Id, Guid Unit, string Name, string? Place, string? Text, DateTime NominatedAt, string? By, int? Veto, VetoGround? Ground);
