using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>The interface of dockets: key matters, special governance, accountability, advice, questionings, lists and meetings; the same use cases as the pages.</summary>
internal static class DocketsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1").WithTags("dockets").RequireAuthorization();
        staff.MapGet("dockets", ListAsync).WithSummary("The dockets that I may know of, the newest first; mine=true for what waits for my unit.");
        staff.MapPost("dockets", OpenAsync).WithSummary("Open one: key-matter, governance, accountability, advice, questioning, inspection, meeting, veto.");
        staff.MapGet("dockets/{id:guid}", ReadAsync).WithSummary("One docket with its tasks, limits and the steps open to me.");
        staff.MapPost("dockets/{id:guid}/steps/{step}", TakeAsync).WithSummary("Take a step: confirm, set-task, answer, accept-task, visit, submit, strike-off …");
        staff.MapGet("vetoes", VetoesAsync).WithSummary("The units of my area that are barred from the awards of a year.");
        staff.MapGet("remit", RemitAsync).WithSummary("What I look after as deputy or inspector, as a filter asks: the lines of the ledger.");
        staff.MapGet("stations", StationsAsync).WithSummary("The deputies' stations of my area: chief, deputies, remits, and what each advised and asked in a period.");
        staff.MapGet("appeals/{id:guid}/record", RecordAsync).WithSummary("For inspectors: every entry of an appeal's journal, everybody who opened it, and every look at who reported it.");
    }

    private static async Task<Results<Ok<IReadOnlyList<VetoBody>>, ProblemHttpResult>> VetoesAsync([FromQuery] int year, SignedIn who, ListVetoes list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, year, ct)).ToHttp(rows => (IReadOnlyList<VetoBody>)[.. rows.Select(r => new VetoBody(r.Docket.Value, r.Unit.Value, r.Name, r.Ground, r.Since, r.No))]);

    private static async Task<Ok<DocketListBody>> ListAsync(SignedIn who, [FromQuery] Coded<DocketKind>? kind, [FromQuery] bool? over, [FromQuery] bool? mine, [FromQuery] string? after, ListDockets list, CancellationToken ct) =>
        TypedResults.Ok(DocketListBody.Of(await list.RunAsync(who.Viewer, kind?.Value, over == true, mine == true, after, ct)));

    private static async Task<Results<Created<DocketDoneBody>, ProblemHttpResult>> OpenAsync(DocketRequest r, SignedIn who, OpenDocket open, CancellationToken ct) =>
        (r.Kind is { } kind ? await open.RunAsync(who.Viewer, kind, r, ct) : new Missing("kind")).ToCreated(d => $"/api/v1/dockets/{d.Id.Value}", DocketDoneBody.Of);

    private static async Task<Results<Ok<DocketBody>, ProblemHttpResult>> ReadAsync(Guid id, SignedIn who, ReadDocket read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), ct)).ToHttp(DocketBody.Of);

    private static async Task<Results<Ok<DocketDoneBody>, ProblemHttpResult>> TakeAsync(Guid id, string step, DocketRequest r, SignedIn who, TakeDocketStep take, CancellationToken ct) =>
        (Kebab.Parse<DocketStep>(step) is { } known ? await take.RunAsync(who.Viewer, new(id), known, r, ct) : new NoSuchStep()).ToHttp(DocketDoneBody.Of);

    private static async Task<Results<Ok<LedgerBody>, ProblemHttpResult>> RemitAsync(SignedIn who, [AsParameters] LedgerQuery query, [FromQuery] string? after, ListRemit list, ListBarred barred, CancellationToken ct)
    {
        var (filter, vetoed) = (query.Filter, await barred.ShownToAsync(who.Viewer, ct));
        return (filter.Problem is { } problem ? problem : await list.RunAsync(who.Viewer, filter.Value, after, ct)).ToHttp(page => LedgerBody.Of(page, vetoed));
    }

    private static async Task<Results<Ok<StationPage>, ProblemHttpResult>> StationsAsync(SignedIn who, [FromQuery] DateOnly? from, [FromQuery] DateOnly? to, [FromQuery] string? q, [FromQuery] string? after, ListStations list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, from, to, q, after, ct)).ToHttp();

    private static async Task<Results<Ok<RecordBody>, ProblemHttpResult>> RecordAsync(Guid id, [FromQuery] string? after, SignedIn who, ReadRecord read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), after, ct)).ToHttp(RecordBody.Of);
}

/// <summary>What is given to open a docket or for a step; each takes what it needs.</summary>
public sealed record DocketRequest : DocketForm
{
    /// <summary>Only to open one.</summary>
    public DocketKind? Kind { get; set; }
}
