using Minqing.App.Appeals.Course;
using Minqing.Storage.Media;
using Minqing.Web.Shared;

namespace Minqing.Web.Citizen;

/// <summary>What the citizen's pages need besides pages.</summary>
internal static class CitizenRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/f/{number}/media/{id:guid}", MediaAsync).ExcludeFromDescription();

    private static async Task<IResult> MediaAsync(string number, Guid id, string? code, string? role, OpenOwnMedia open, CancellationToken ct) =>
        await open.RunAsync(number, code, new(id), Enum.TryParse<MediaRole>(role, ignoreCase: true, out var form) ? form : MediaRole.Large, ct) is var own && own.Problem is { } problem ? problem.ToHttp() : new ShownMedia(own.Value);
}
