using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App.Appeals.Identities;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>Erasing what a reporter left, by a security administrator for somebody who asks for it on paper.</summary>
internal static class ErasuresApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/erasures", EraseAsync).WithTags("erasures").RequireAuthorization()
            .WithSummary("Destroys what the reporter of a report gave, for good. The reason is journaled; \"sure\" must be true.");

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(StaffErasureRequest request, SignedIn who, EraseReport erase, CancellationToken ct) =>
        (await erase.RunAsync(who.Viewer, request.Number, request.Reason, request.Sure, ct)).ToHttp();
}

/// <summary>Which report, who asked for it on what paper, and that they know it is for good.</summary>
public sealed record StaffErasureRequest(string? Number, string? Reason, bool Sure);
