using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
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
        staff.MapGet("roster", RosterAsync).WithSummary("The duty rosters of my units for two weeks: shifts, gaps of the nights, and who is on two at once.");
        staff.MapPost("posts/{id:guid}/shifts", ShiftAsync).WithSummary("Puts somebody on the roster of a post, from an instant to an instant; it is taken off as an absence is.");
        staff.MapPost("posts/{id:guid}/absences", NameAsync).WithSummary("Who stands in while the holder is away: from a day to a day, both included.");
        staff.MapDelete("posts/{id:guid}/absences/{no:int}", EndAsync).WithSummary("The holder is back earlier, or does not go.");
    }

    private static async Task<Ok<IReadOnlyList<DutyPost>>> ReadAsync(SignedIn who, ReadDuty read, CancellationToken ct) => TypedResults.Ok(await read.RunAsync(who.Viewer, ct));

    private static async Task<Results<Ok<RosterSheet>, ProblemHttpResult>> RosterAsync([FromQuery] Guid? post, SignedIn who, ReadRoster read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, post is { } one ? new(one) : null, ct)).ToHttp();

    // Without a zone it is UTC, whatever the machine's zone is.
    private static DateTime Utc(DateTime at) => at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime();

    private static async Task<Results<NoContent, ProblemHttpResult>> ShiftAsync(Guid id, ShiftRequest r, SignedIn who, PutOnRoster put, CancellationToken ct) =>
        (r is { Person: { } person, From: { } from, Until: { } until } ? await put.RunAsync(who.Viewer, new(id), new(person), Utc(from), Utc(until), ct) : r.Missing).ToHttp();

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

/// <summary>Who is on the roster, from when, until when (with the zone).</summary>
internal sealed record ShiftRequest(Guid? Person, DateTime? From, DateTime? Until)
{
    public Domain.Kernel.Result<Domain.Kernel.Done> Missing => new Domain.Kernel.Missing(Person is null ? "person" : From is null ? "from" : "until");
}
