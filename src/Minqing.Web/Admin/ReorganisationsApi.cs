using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Reorganising;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>Mergers, splits and other names for programs; what a merger would touch before it is decided; a region through the years.</summary>
internal static class ReorganisationsApi
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("reorganisations", ListAsync).WithSummary("Changes of regions and units in my area, the newest first; also by a part of an old or a new name.");
        admin.MapPost("merger-previews", PreviewAsync).WithSummary("What a merger would touch: open appeals, grids, codes, posts, units, and who would answer. Changes nothing.");
        admin.MapPost("mergers", MergeAsync).WithSummary("A township goes into another with all its villages, a village into another, or a grid into another, today or on a later day.");
        admin.MapPost("splits", SplitAsync).WithSummary("Takes new grids out of a grid, with the posted codes that go there.");
        admin.MapPost("renamings", RenameAsync).WithSummary("Gives a region, or a unit, another name.");
        admin.MapPost("reorganisations/{id:guid}/calling-off", CallOffAsync).WithSummary("A planned change is not to be, after all.");
        admin.MapGet("regions/{code}/history", HistoryAsync).WithSummary("A region through the years: names, places in the tree, what was received, who held its posts.");
    }

    private static async Task<Results<Ok<ReorganisationPage>, ProblemHttpResult>> ListAsync(SignedIn who, [FromQuery] string? words, [FromQuery] Guid? after, ListReorganisations list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, words, after, ct)).ToHttp();

    private static async Task<Results<Ok<MergerPreviewBody>, ProblemHttpResult>> PreviewAsync(MergeForm form, SignedIn who, PreviewMerge preview, CancellationToken ct) =>
        (await preview.RunAsync(who.Viewer, form, ct)).ToHttp(MergerPreviewBody.Of);

    private static async Task<Results<Ok<ReorganisedBody>, ProblemHttpResult>> MergeAsync(MergeForm form, SignedIn who, PlanMerge merge, CancellationToken ct) =>
        (await merge.RunAsync(who.Viewer, form, ct)).ToHttp(id => new ReorganisedBody(id.Value));

    private static async Task<Results<Ok<ReorganisedBody>, ProblemHttpResult>> SplitAsync(SplitRequest request, SignedIn who, PlanSplit split, CancellationToken ct) =>
        (await split.RunAsync(who.Viewer, new(request.Grid, request.Day, request.Reason, [.. (request.Parts ?? []).Select(p => new PartForm(p.Name, p.Codes ?? []))]), ct)).ToHttp(id => new ReorganisedBody(id.Value));

    private static async Task<Results<Ok<ReorganisedBody>, ProblemHttpResult>> RenameAsync(RenameForm form, SignedIn who, PlanRename rename, CancellationToken ct) =>
        (await rename.RunAsync(who.Viewer, form, ct)).ToHttp(id => new ReorganisedBody(id.Value));

    private static async Task<Results<NoContent, ProblemHttpResult>> CallOffAsync(Guid id, SignedIn who, CallOffReorganisation off, CancellationToken ct) =>
        (await off.RunAsync(who.Viewer, new(id), ct)).ToHttp();

    private static async Task<Results<Ok<RegionHistory>, ProblemHttpResult>> HistoryAsync(string code, SignedIn who, ReadRegionHistory read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, code, ct)).ToHttp();
}

/// <summary>A change that was written down, and carried out where it is for today.</summary>
internal sealed record ReorganisedBody(Guid Id);

/// <summary>The grid, from which day, by whose decision, and what is taken out of it.</summary>
internal sealed record SplitRequest(string? Grid, DateOnly? Day, string? Reason, IReadOnlyList<PartRequest>? Parts);

/// <summary>A grid to be, and the posted codes that go there.</summary>
internal sealed record PartRequest(string? Name, IReadOnlyList<string>? Codes);

/// <summary>What a merger would touch.</summary>
internal sealed record MergerPreviewBody(
    string From, string FromName, string Into, string IntoName, DateOnly Day, int Open, int All, IReadOnlyList<MergedPlace> Villages, IReadOnlyList<MergedPlace> Grids, int Codes, IReadOnlyList<MergedPost> Posts, IReadOnlyList<MergedUnit> Units, IReadOnlyList<AnsweringRole> Answering)
{
    public static MergerPreviewBody Of(MergePreview p) =>
        new(p.From.Code, p.From.Name, p.Into.Code, p.Into.Name, p.Day, p.Open, p.All, p.Villages, p.Grids, p.Codes, p.Posts, p.Units, p.Answering);
}
