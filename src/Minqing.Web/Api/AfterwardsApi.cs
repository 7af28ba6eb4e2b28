using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Sampling;
using Minqing.App.Supervision.Signs;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>After closing: the city's sample, and the signs of false closing.</summary>
internal static class AfterwardsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1").WithTags("appeals").RequireAuthorization();
        staff.MapGet("samples", SamplesAsync).WithSummary("Closed appeals that were drawn for the city to look at.");
        staff.MapPost("samples/{id:guid}", PassAsync).WithSummary("The city looked at a drawn appeal and found it well done.");
        staff.MapGet("signs", SignsAsync).WithSummary("Signs of false closing in my area. They decide nothing.");
    }

    private static async Task<Results<Ok<SamplesBody>, ProblemHttpResult>> SamplesAsync(SignedIn who, [FromQuery] string? after, ListSamples list, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeSamples) ? TypedResults.Ok(SamplesBody.Of(await list.RunAsync(who.Viewer, after, ct))) : new NotForYou(Permission.SeeSamples).ToHttp();

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> PassAsync(Guid id, WordsRequest r, SignedIn who, PassSample pass, CancellationToken ct) =>
        who.Viewer.May(Permission.SampleClosed) ? (await pass.RunAsync(who.Viewer, new(id), r.Text, r.Seen, ct)).ToHttp(DoneBody.Of) : new NotForYou(Permission.SampleClosed).ToHttp();

    private static async Task<Results<Ok<SignsBody>, ProblemHttpResult>> SignsAsync(SignedIn who, [FromQuery] string? after, ListSigns list, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeLeaderView) ? TypedResults.Ok(SignsBody.Of(await list.RunAsync(who.Viewer, after, ct))) : new NotForYou(Permission.SeeLeaderView).ToHttp();
}

/// <summary>A page of drawn appeals, and of how many out of a hundred they are.</summary>
public sealed record SamplesBody(IReadOnlyList<SampleBody> Rows, string? Next, int Percent)
{
    internal static SamplesBody Of(SampleList list) =>
        new([.. list.Rows.Select(r => new SampleBody(r.Appeal.Value, r.Round, r.DrawnAt, r.Address, r.Words, r.Outcome, r.Lead))], list.Next, list.Percent);
}

/// <summary>One drawn appeal.</summary>
public sealed record SampleBody(Guid Appeal, int Round, DateTime DrawnAt, string Place, string? Text, Outcome? Outcome, string? Lead);

/// <summary>A page of signs.</summary>
public sealed record SignsBody(IReadOnlyList<SignBody> Rows, string? Next)
{
    internal static SignsBody Of(SignList list) => new([.. list.Rows.Select(r => new SignBody(r.Id, r.Appeal.Value, r.Round, r.Sign, r.FoundAt, r.Other?.Value, r.Measured, r.Address, r.Lead, r.Inquiry?.Value))], list.Next);
}

/// <summary>One sign of a false closing.</summary>
public sealed record SignBody(Guid Id, Guid Appeal, int Round, FalseSign Sign, DateTime FoundAt, Guid? Other, int? Measured, string Place, string? Lead, Guid? Inquiry);
