using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Intake;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>The citizens' interface: report, follow, and everything a reporter can do from there. Number and query code are the key.</summary>
internal static class ReportsApi
{
    private const string RetryKey = "Idempotency-Key";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/api/v1/reports").WithTags("reports");
        reports.MapPost("", SubmitAsync).WithSummary("Takes a report down. The same Idempotency-Key again gives the same answer, for 7 days.");
        reports.MapGet("{number}", ReadAsync).WithSummary("The course; of a report split into several matters that of one part. An unknown number and a wrong code answer alike.");
        reports.MapPost("{number}/supplements", SupplementAsync).WithSummary("Adds words or photos.");
        reports.MapPost("{number}/urges", UrgeAsync).WithSummary("Asks those at work to hurry, once per the city's interval.");
        reports.MapPost("{number}/withdrawal", WithdrawAsync).WithSummary("Takes the report back.");
        reports.MapPost("{number}/ratings", RateAsync).WithSummary("Rates attitude, speed and result.");
        reports.MapPost("{number}/reopenings", ReopenAsync).WithSummary("Asks to take it up again.");
        reports.MapPost("{number}/erasure", EraseAsync).WithSummary("Destroys name, phone, home, words, photos and voice for good, once the appeal has ended or was withdrawn; \"sure\" must be true.");
        reports.MapPost("{number}/pressure", PressureAsync).WithSummary("Tells that somebody pressed for another rating.");
    }

    private static async Task<Results<Created<ReceiptBody>, ProblemHttpResult>> SubmitAsync(
        [FromHeader(Name = RetryKey)] string? key, ReportRequest request, SubmitReport submit, Settings settings, CancellationToken ct) =>
        (await submit.RunAsync(key ?? "", request.AsSubmission(), ct)).ToCreated(r => $"/api/v1/reports/{r.Number}", r => ReceiptBody.Of(r, settings));

    private static async Task<Results<Ok<CourseBody>, ProblemHttpResult>> ReadAsync(string number, [FromQuery] string? code, [FromQuery] int? part, ReadCourse read, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        return (await read.RunAsync(number, code, part, ct)).ToHttp(CourseBody.Of);
    }

    private static async Task<Results<Ok<StageBody>, ProblemHttpResult>> SupplementAsync(string number, [FromQuery] string? code, [FromQuery] int? part, [FromHeader(Name = RetryKey)] string? key, SupplementRequest request, SupplementReport supplement, CancellationToken ct) =>
        Staged(await supplement.RunAsync(number, code, request.Text, request.Attachments, key, part, ct));

    private static async Task<Results<Ok<StageBody>, ProblemHttpResult>> UrgeAsync(string number, [FromQuery] string? code, [FromQuery] int? part, [FromHeader(Name = RetryKey)] string? key, UrgeReport urge, CancellationToken ct) =>
        Staged(await urge.RunAsync(number, code, key, part, ct));

    private static async Task<Results<Ok<StageBody>, ProblemHttpResult>> WithdrawAsync(string number, [FromQuery] string? code, [FromQuery] int? part, [FromHeader(Name = RetryKey)] string? key, ReasonRequest request, WithdrawReport withdraw, CancellationToken ct) =>
        Staged(await withdraw.RunAsync(number, code, request.Reason, key, part, ct));

    private static async Task<Results<Ok<StageBody>, ProblemHttpResult>> RateAsync(string number, [FromQuery] string? code, [FromQuery] int? part, [FromHeader(Name = RetryKey)] string? key, RatingRequest request, RateReport rate, CancellationToken ct) =>
        Staged(await rate.RunAsync(number, code, new Rated(CallOutcome.Reached, request.Attitude, request.Speed, request.Result, request.Solved, request.Text), key, part, ct));

    private static async Task<Results<Ok<StageBody>, ProblemHttpResult>> ReopenAsync(string number, [FromQuery] string? code, [FromQuery] int? part, [FromHeader(Name = RetryKey)] string? key, ReasonRequest request, AskReopen reopen, CancellationToken ct) =>
        Staged(await reopen.RunAsync(number, code, request.Reason, key, part, ct));

    private static async Task<Results<Ok<StageBody>, ProblemHttpResult>> PressureAsync(string number, [FromQuery] string? code, [FromQuery] int? part, [FromHeader(Name = RetryKey)] string? key, ReasonRequest request, TellPressure tell, CancellationToken ct) =>
        Staged(await tell.RunAsync(number, code, request.Reason, key, part, ct));

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(string number, [FromQuery] string? code, ErasureRequest request, EraseReport erase, CancellationToken ct) =>
        (await erase.RunAsync(number, code, request.Sure, ct)).ToHttp();

    private static Results<Ok<StageBody>, ProblemHttpResult> Staged(Result<StepDone> result) => result.ToHttp(d => new StageBody(d.Stage));
}
