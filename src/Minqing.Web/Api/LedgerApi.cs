using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Filters;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Web.Composition;
using Minqing.Web.Ledger.Printing;

namespace Minqing.Web.Api;

/// <summary>The electronic ledger as an interface: the same filter, the same lines as on the page.</summary>
internal static class LedgerApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var ledger = routes.MapGroup("/api/v1/ledger").WithTags("ledger").RequireAuthorization();
        ledger.MapGet("", ReadAsync).WithSummary("The appeals that I see, the newest first, as a filter asks; without who reported them.");
        ledger.MapGet("counts", CountAsync).WithSummary("How many stand at each stage in which something is to be done; those whose time stands still apart. 1000 means at least that many.");
        ledger.MapPost("exports", ExportAsync).WithSummary("The ledger as a file: xlsx, csv or csv-gb18030, by the same filter in the address. Every export is written down.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        routes.MapGroup("/api/v1/lists").WithTags("ledger").RequireAuthorization().MapPost("{list}/exports", ExportListAsync)
            .WithSummary("A list as a file: xlsx, csv or csv-gb18030, by the filter that its page takes in the address. Every export is written down.").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        var filters = routes.MapGroup("/api/v1/filters").WithTags("ledger").RequireAuthorization();
        filters.MapGet("", FiltersAsync).WithSummary("The filters that I keep, and those given to my unit.");
        filters.MapPost("", SaveAsync).WithSummary("Keep a filter of a list under a name; the same name again asks anew.");
        filters.MapDelete("{id:guid}", RemoveAsync).WithSummary("Take away a filter of mine.");
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ExportAsync(SignedIn who, [AsParameters] LedgerQuery query, [FromQuery] Coded<ExportFormat>? format, PrintLedger print, CancellationToken ct)
    {
        var filter = query.Filter;
        var made = filter.Problem is { } unclear ? unclear : await print.MakeAsync(who.Viewer, filter.Value, format?.Value ?? ExportFormat.Xlsx, ct);
        return made.Problem is { } no ? no.ToHttp() : TypedResults.Stream(made.Value.Content, made.Value.Type, made.Value.Name);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ExportListAsync(SignedIn who, Coded<FilteredList> list, [FromQuery] Coded<ExportFormat>? format, HttpRequest request, PrintList print, CancellationToken ct)
    {
        var made = await print.MakeAsync(who.Viewer, list.Value, ListQuestion.Of(list.Value, request), format?.Value ?? ExportFormat.Xlsx, ct);
        return made.Problem is { } no ? no.ToHttp() : TypedResults.Stream(made.Value.Content, made.Value.Type, made.Value.Name);
    }

    private static async Task<Ok<IReadOnlyList<SavedFilterRow>>> FiltersAsync(SignedIn who, [FromQuery] Coded<FilteredList>? list, ListFilters filters, CancellationToken ct) =>
        TypedResults.Ok(await filters.RunAsync(who.Viewer, list?.Value, ct));

    private static async Task<Results<Ok<SavedFilterRow>, ProblemHttpResult>> SaveAsync(SignedIn who, FilterRequest r, SaveFilter save, CancellationToken ct) =>
        (await save.RunAsync(who.Viewer, r.List ?? FilteredList.Ledger, r.Name, r.Query, r.Shared == true, ct)).ToHttp();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SignedIn who, RemoveFilter remove, CancellationToken ct) =>
        (await remove.RunAsync(who.Viewer, id, ct)).ToHttp();

    private static async Task<Results<Ok<LedgerBody>, ProblemHttpResult>> ReadAsync(SignedIn who, [AsParameters] LedgerQuery query, [FromQuery] string? after, ReadLedger read, ListBarred barred, CancellationToken ct)
    {
        var (filter, vetoed) = (query.Filter, await barred.ShownToAsync(who.Viewer, ct));
        return (filter.Problem is { } problem ? problem : await read.RunAsync(who.Viewer, filter.Value, after, ct)).ToHttp(page => LedgerBody.Of(page, vetoed));
    }

    private static async Task<Results<Ok<LedgerCountsBody>, ProblemHttpResult>> CountAsync(SignedIn who, [FromQuery] string? region, CountLedger count, CancellationToken ct) =>
        who.Viewer.May(Permission.SeeAppeal) ? TypedResults.Ok(LedgerCountsBody.Of(await count.RunAsync(who.Viewer, region, ct))) : new NotForYou(Permission.SeeAppeal).ToHttp();
}
