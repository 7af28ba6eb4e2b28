using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Publicizing;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>Drives, trainings and typical cases for programs: the same use cases as the pages.</summary>
internal static class PublicityApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1/publicity").WithTags("publicity").RequireAuthorization();
        staff.MapGet("", ListAsync).WithSummary("A year of drives, trainings and cases of my area with its sums; or the cases sent to my unit.");
        staff.MapPost("", RecordAsync).WithSummary("Records a drive or a training, or sends an anonymised case to units.");
        staff.MapPost("{id:guid}/withdrawal", TakeBackAsync).WithSummary("It was wrong: it counts no longer.");
    }

    private static async Task<Results<Ok<PublicityPage>, ProblemHttpResult>> ListAsync([FromQuery] int year, [FromQuery] Coded<PublicityKind>? kind, [FromQuery] string? q, [FromQuery] string? after, SignedIn who, ListPublicity list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, year, kind?.Value, q, after, ct)).ToHttp();

    private static async Task<Results<Created<PublicityDone>, ProblemHttpResult>> RecordAsync(PublicityForm form, SignedIn who, RecordPublicity record, CancellationToken ct) =>
        (await record.RunAsync(who.Viewer, form, ct)).ToCreated(id => $"/api/v1/publicity/{id.Value}", id => new PublicityDone(id.Value));

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(Guid id, PublicityWithdrawal r, SignedIn who, TakeBackPublicity back, CancellationToken ct) =>
        (await back.RunAsync(who.Viewer, new(id), r.Reason, ct)).ToHttp();
}

/// <summary>What was written down.</summary>
internal sealed record PublicityDone(Guid Id);

/// <summary>Why it was wrong.</summary>
internal sealed record PublicityWithdrawal(string? Reason);
