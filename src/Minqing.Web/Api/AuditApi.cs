using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Auditing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The audit administrator's list as an interface.</summary>
internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").WithTags("audit").RequireAuthorization().MapGet("audit", ListAsync)
            .WithSummary("Who saw a reporter's identity, opened an appeal, took a file, changed posts or regions; the newest first. q is a name or a staff number, whole.");

    private static async Task<Results<Ok<AuditBody>, ProblemHttpResult>> ListAsync(SignedIn who, [FromQuery] Coded<AuditKind>? kind, [FromQuery] string? q, [FromQuery] string? after, ListAudit list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, kind?.Value ?? AuditKind.Identities, q, after, ct)).ToHttp(AuditBody.Of);
}

/// <summary>A page of what is audited; how many entries of the whole journal are sealed, and since when.</summary>
public sealed record AuditBody(IReadOnlyList<AuditedBody> Rows, string? Next, long Sealed, DateTime? SealedAt)
{
    internal static AuditBody Of(AuditPage page) => new([.. page.Rows.Select(AuditedBody.Of)], page.Next, page.Sealed, page.SealedAt);
}

/// <summary>Who did what.</summary>
/// <param name="About">The number of a report, where a post is, what a region was called and is.</param>
/// <param name="Concerned">Who got the post, or stands in.</param>
/// <param name="Purpose">What an identity was opened for.</param>
/// <param name="Reason">As it was given.</param>
/// <param name="Rows">How many lines a file holds.</param>
/// <param name="Times">How often that day, where an appeal was opened.</param>
public sealed record AuditedBody(DateTime At, string Step, string? Person, string? Unit, string? Role, string Client, string About, Role? Post, string? Concerned, OpeningPurpose? Purpose, string? Reason, int? Rows, int Times)
{
    internal static AuditedBody Of(AuditRow r) => new(
        r.At, r.Step, r.Name, r.Unit, r.Actor.Role, r.Actor.Client, r.About, r.Role, r.Concerned,
        r.Facts.OfType<IdentityOpened>().FirstOrDefault()?.Purpose, r.Words, r.Facts.OfType<LedgerExported>().FirstOrDefault()?.Rows, r.Times);
}
