using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Ledger;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The electronic ledger as an interface: the same filter, the same lines as on the page.</summary>
internal static class LedgerApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup("/api/v1/ledger").WithTags("ledger").RequireAuthorization();
        ledger.MapGet("", ReadAsync).WithSummary("The appeals that I see, the newest first, as a filter asks; without who reported them.");
        ledger.MapGet("counts", CountAsync).WithSummary("How many stand at each stage in which something is to be done; those whose time stands still apart. 1000 means at least that many.");
    }

    private static async Task<Results<Ok<LedgerBody>, ProblemHttpResult>> ReadAsync(SignedIn who, [AsParameters] LedgerQuery query, [FromQuery] string? after, ReadLedger read, CancellationToken ct)
    {
        var filter = query.Filter;
        return (filter.Problem is { } problem ? problem : await read.RunAsync(who.Viewer, filter.Value, after, ct)).ToHttp(LedgerBody.Of);
    }

    private static async Task<Results<Ok<LedgerCountsBody>, ProblemHttpResult>> CountAsync(SignedIn who, [FromQuery] string? region, CountLedger count, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeAppeal) ? TypedResults.Ok(LedgerCountsBody.Of(await count.RunAsync(who.Viewer, region, ct))) : new NotForYou(Permission.SeeAppeal).ToHttp();
}
