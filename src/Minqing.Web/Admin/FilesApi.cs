using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Files;
using Minqing.App.Administration.Rules;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>Files of rows and the rules in force, for programs.</summary>
internal static class FilesApi
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("files/{kind}", GiveAsync).WithSummary("Regions, codes, units, people or posts as CSV, as an import takes it.");
        admin.MapPost("files/{kind}", TakeAsync).Accepts<string>("text/csv").WithSummary("Takes a CSV file, all of it or nothing; with dryRun=true it is only checked. Wrong rows are told by line and column.");
        admin.MapGet("rules", RulesAsync).WithSummary("Which rules are in force, and what a check of their folder finds.");
    }

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GiveAsync(string kind, SignedIn who, FilesInAndOut files, CancellationToken ct)
    {
        if (Kebab.Parse<FileKind>(kind) is not { } of)
            return TypedResults.NotFound();

        var csv = new MemoryStream();
        var given = await files.GiveAsync(who.Viewer, of, csv, ct);
        return given.Problem is { } problem ? problem.ToHttp() : TypedResults.File(csv.ToArray(), "text/csv; charset=utf-8", $"{kind}.csv");
    }

    private static async Task<Results<Ok<Imported>, NotFound, ProblemHttpResult>> TakeAsync(string kind, [FromQuery] bool? dryRun, SignedIn who, HttpRequest request, FilesInAndOut files, CancellationToken ct)
    {
        if (Kebab.Parse<FileKind>(kind) is not { } of)
            return TypedResults.NotFound();
        if (request.ContentLength is null or > FilesModel.LargestFile)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);

        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        var taken = await files.TakeAsync(who.Viewer, of, bytes.ToArray(), dryRun == true, ct);
        if (taken.Problem is not { } problem)
            return TypedResults.Ok(taken.Value);

        var told = problem.ToHttp();
        if (problem is RowsRefused rows)
            told.ProblemDetails.Extensions["rows"] = WrongRow.Of(of, rows);
        return told;
    }

    private static async Task<Results<Ok<RulesBody>, ProblemHttpResult>> RulesAsync(SignedIn who, ReadRules read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, ct)).ToHttp(now =>
            new RulesBody(now.InForce.Id, now.InForce.Version, now.Changed, [.. now.Folder.Problems.Select(p => new RuleProblemBody(Path.GetFileName(p.File), p.Line, p.Reason))], now.Folder.Assumptions));
}

/// <summary>The rules in force and the state of their folder.</summary>
/// <param name="Changed">The folder was changed since the start: its rules count from the next start on.</param>
internal sealed record RulesBody(string Profile, string Version, bool Changed, IReadOnlyList<RuleProblemBody> Problems, IReadOnlyList<string> Assumptions);

/// <summary>What is wrong in the folder of the rules: in which file, on which line.</summary>
internal sealed record RuleProblemBody(string File, long Line, string Reason);
