using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Watching;
using Minqing.Domain.Appeals;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The interface for those who supervise: watch lists.</summary>
internal static class SupervisionApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1").WithTags("supervision").RequireAuthorization();
        staff.MapGet("watch", WatchAsync).WithSummary("What is to be supervised in my area: overdue, near-due, returned, unsatisfied, group, sensitive, repeated; the longest waiting first.");
    }

    private static async Task<Results<Ok<WatchBody>, ProblemHttpResult>> WatchAsync(SignedIn who, [FromQuery] Coded<Concern>? kind, [FromQuery] string? after, ListWatched list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, kind?.Value ?? Concern.None, after, ct)).ToHttp(WatchBody.Of);
}
