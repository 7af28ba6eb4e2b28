using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Staffing;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>Units, people and posts for programs; appointing and ending.</summary>
internal static class StaffingApi
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("units", UnitsAsync).WithSummary("The units of my area.");
        admin.MapGet("people", PeopleAsync).WithSummary("The people of my area and those without a post, numbers masked.");
        admin.MapGet("people/{id:guid}", PersonAsync).WithSummary("One person and the posts they hold and held.");
        admin.MapGet("posts", PostsAsync).WithSummary("The posts of my area and who holds them.");
        admin.MapGet("posts/{id:guid}", PostAsync).WithSummary("One post and who held it when.");
        admin.MapPost("posts/{id:guid}/holders", AppointAsync).WithSummary("Appoints somebody by their staff number, from a day on.");
        admin.MapPost("posts/{id:guid}/vacancy", EndAsync).WithSummary("The holder leaves the post, now or at the end of an earlier day.");
    }

    private static async Task<Results<Ok<UnitPage>, ProblemHttpResult>> UnitsAsync(SignedIn who, [FromQuery] string? words, [FromQuery] string? after, ListUnits list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, words, after, ct)).ToHttp();

    private static async Task<Results<Ok<PersonPage>, ProblemHttpResult>> PeopleAsync(SignedIn who, [FromQuery] string? words, [FromQuery] string? after, ListPersons list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, words, after, ct)).ToHttp();

    private static async Task<Results<Ok<PersonSheet>, ProblemHttpResult>> PersonAsync(Guid id, SignedIn who, ReadPerson read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), ct)).ToHttp();

    private static async Task<Results<Ok<PostPage>, ProblemHttpResult>> PostsAsync(SignedIn who, [FromQuery] string? words, [FromQuery] bool? vacant, [FromQuery] string? after, ListPosts list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, words, vacant == true, after, ct)).ToHttp();

    private static async Task<Results<Ok<PostSheet>, ProblemHttpResult>> PostAsync(Guid id, SignedIn who, ReadPost read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> AppointAsync(Guid id, AppointRequest request, SignedIn who, AppointByNumber appoint, CancellationToken ct) =>
        (await appoint.RunAsync(who.Viewer, new(id), request.Number, request.Since, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(Guid id, VacancyRequest request, SignedIn who, EndOnDay end, CancellationToken ct) =>
        (await end.RunAsync(who.Viewer, new(id), request.Last, request.Holder is { } seen ? new(seen) : null, ct)).ToHttp();
}

/// <summary>Who takes the post, by staff number, and their first day; now when it is left out.</summary>
internal sealed record AppointRequest(string? Number, DateOnly? Since);

/// <summary>The holder's last day, now when it is left out; and who that is: somebody else who took the post meanwhile stays.</summary>
internal sealed record VacancyRequest(DateOnly? Last, Guid? Holder = null);
