using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App.People.Duty;
using Minqing.Web.Composition;

namespace Minqing.Web.Staff;

/// <summary>Absences and stand-ins for programs: the same use cases as the page.</summary>
internal static class DutyApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1").WithTags("duty").RequireAuthorization();
        staff.MapGet("duty", ReadAsync).WithSummary("My posts, those I stand in for, and who stands in for me.");
        staff.MapPost("posts/{id:guid}/absences", NameAsync).WithSummary("Who stands in while the holder is away: from a day to a day, both included.");
        staff.MapDelete("posts/{id:guid}/absences/{no:int}", EndAsync).WithSummary("The holder is back earlier, or does not go.");
    }

    private static async Task<Ok<IReadOnlyList<DutyPost>>> ReadAsync(SignedIn who, ReadDuty read, CancellationToken ct) => TypedResults.Ok(await read.RunAsync(who.Viewer, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> NameAsync(Guid id, AbsenceRequest r, SignedIn who, NameStandIn name, CancellationToken ct) =>
        (r is { Person: { } person, From: { } from, To: { } to } ? await name.RunAsync(who.Viewer, new(id), new(person), from, to, ct) : r.Missing).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(Guid id, int no, SignedIn who, EndStandIn end, CancellationToken ct) =>
        (await end.RunAsync(who.Viewer, new(id), no, ct)).ToHttp();
}

/// <summary>Who stands in, the first and the last day.</summary>
internal sealed record AbsenceRequest(Guid? Person, DateOnly? From, DateOnly? To)
{
    public Domain.Kernel.Result<Domain.Kernel.Done> Missing => new Domain.Kernel.Missing(Person is null ? "person" : From is null ? "from" : "to");
}
