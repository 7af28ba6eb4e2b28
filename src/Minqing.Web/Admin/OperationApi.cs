using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Gaps;
using Minqing.App.Administration.Queues;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>What lacks and what waits, for programs: vacancies, readiness, queues, dead letters.</summary>
internal static class OperationApi
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("operation", OperationAsync).WithSummary("Queues, clocks, loops and the journal's seal.");
        admin.MapGet("readiness", ReadinessAsync).WithSummary("Calendar years, media tools and printing: what this installation lacks.");
        admin.MapGet("vacancies", VacanciesAsync).WithSummary("Posts of my area that nobody holds, and who acts for their tier.");
        admin.MapGet("dead-letters", LettersAsync).WithSummary("Messages that were given up.");
        admin.MapPost("dead-letters/{id:guid}/retry", RetryAsync).WithSummary("Tries a dead letter again.");
        admin.MapPost("dead-letters/{id:guid}/setting-aside", SetAsideAsync).WithSummary("Sets a dead letter aside for good.");
    }

    private static async Task<Results<Ok<OperationBody>, ProblemHttpResult>> OperationAsync(SignedIn who, ReadOperation read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, ct)).ToHttp(OperationBody.Of);

    private static async Task<Results<Ok<ReadinessNow>, ProblemHttpResult>> ReadinessAsync(SignedIn who, ReadReadiness read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, ct)).ToHttp();

    private static async Task<Results<Ok<GapsBody>, ProblemHttpResult>> VacanciesAsync(SignedIn who, [FromQuery] string? after, ListGaps list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, after, ct)).ToHttp(GapsBody.Of);

    private static async Task<Results<Ok<DeadLetterPage>, ProblemHttpResult>> LettersAsync(SignedIn who, [FromQuery] int? page, ListDeadLetters list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, page ?? 1, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> RetryAsync(Guid id, SignedIn who, RetryDeadLetter retry, CancellationToken ct) =>
        (await retry.RunAsync(who.Viewer, id, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsideAsync(Guid id, SignedIn who, SetAsideDeadLetter set, CancellationToken ct) =>
        (await set.RunAsync(who.Viewer, id, ct)).ToHttp();
}

/// <summary>How the work in the background stands.</summary>
internal sealed record OperationBody(IReadOnlyList<QueueNow> Queues, int ClocksBehind, DateTime? BehindSince, IReadOnlyList<LoopBody> Loops, SealNow? Seal, DateTime? UnsealedSince)
{
    public static OperationBody Of(OperationNow now) => new(now.Queues, now.ClocksBehind, now.BehindSince, [.. now.Loops.Select(l => new LoopBody(l.Loop, (int)l.Ago.TotalSeconds, l.Silent))], now.Seal, now.UnsealedSince);
}

/// <summary>A loop of this node and how many seconds ago it gave a sign of life.</summary>
internal sealed record LoopBody(string Loop, int SecondsAgo, bool Silent);

/// <summary>A page of vacancies.</summary>
internal sealed record GapsBody(IReadOnlyList<GapBody> Rows, int Total, string? Next)
{
    public static GapsBody Of(GapPage page) => new([.. page.Rows.Select(GapBody.Of)], page.Total, page.Next);
}

/// <summary>A post that nobody holds, since when, and who acts for its tier.</summary>
internal sealed record GapBody(Guid Post, string Code, Role Role, string Unit, string RegionCode, string Region, DateTime Since, int? Tier, int? FilledBy, IReadOnlyList<StandIn> Acting)
{
    public static GapBody Of(Gap gap) =>
        new(gap.Vacancy.Post.Value, gap.Vacancy.Code, gap.Vacancy.Role, gap.Vacancy.Unit, gap.Vacancy.RegionCode, gap.Vacancy.Region, gap.Vacancy.Since, gap.Tier, gap.FilledBy, gap.Acting);
}
