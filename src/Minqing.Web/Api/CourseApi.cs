using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Staff;

namespace Minqing.Web.Api;

/// <summary>Every step of dispatching, coordinating, time and oversight, by its kebab-case name: the same use cases as the pages.</summary>
internal static class CourseApi
{
    public static void Map(IEndpointRouteBuilder appeal) =>
        appeal.MapPost("steps/{step}", TakeAsync).WithSummary("Take a step: assign, transfer, add-co, raise-objection, ask-extension, suspend, refer, visit …");

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> TakeAsync(Guid id, string step, CourseRequest r, SignedIn who, CourseTaking steps, CancellationToken ct) =>
        (Kebab.Parse<Step>(step) is { } known ? await steps.RunAsync(known, who.Viewer, new(id), r, r.Seen, ct) : new NoSuchStep()).ToHttp(DoneBody.Of);
}

/// <summary>What a step is given; each takes what it needs. <paramref name="Seen"/> is what <c>GET</c> gave.</summary>
public sealed record CourseRequest(string? Seen) : CourseForm;

/// <summary>There is no step of this name.</summary>
public sealed record NoSuchStep : Domain.Kernel.NotFound;
