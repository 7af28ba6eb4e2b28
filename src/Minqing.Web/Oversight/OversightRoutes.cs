using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Oversight;

/// <summary>What the pages of supervision need besides pages.</summary>
internal static class OversightRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/oversight/{id:guid}/media/{media:guid}", MediaAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> MediaAsync(Guid id, Guid media, bool? small, SignedIn who, [FromServices] SeeDocketMedia see, CancellationToken ct) =>
        await see.RunAsync(who.Viewer, new(id), new(media), small == true, ct) is var seen && seen.Problem is { } problem ? problem.ToHttp() : new ShownMedia(seen.Value);
}
