using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Staff;

/// <summary>What the pages of staff need besides pages.</summary>
internal static class StaffRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/appeals/{id:guid}/media/{media:guid}", MediaAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> MediaAsync(Guid id, Guid media, bool? small, SignedIn who, [FromServices] SeeMedia see, CancellationToken ct) =>
        await see.RunAsync(who.Viewer, new(id), new(media), small == true, ct) is var seen && seen.Problem is { } problem ? problem.ToHttp() : new ShownMedia(seen.Value);
}
