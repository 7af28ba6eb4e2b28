using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Codes;
using Minqing.App.Administration.Places;
using Minqing.App.Regions.Codes;
using Minqing.App.Regions.Printing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>Regions and posted codes for programs.</summary>
internal static class PlacesApi
{
    public static void Map(IEndpointRouteBuilder admin)
    {
        admin.MapGet("regions", RegionsAsync).WithSummary("Regions of my area: by a part of the name, by the beginning of the code, or those below another.");
        admin.MapGet("regions/{code}", RegionAsync).WithSummary("One region: who answers for it, tier by tier, and which units serve it.");
        admin.MapGet("codes", CodesAsync).WithSummary("The posted codes of a township or less.");
        admin.MapPost("codes", MakeAsync).WithSummary("Makes a code for a place.");
        admin.MapPost("codes/{code}/replacement", ReplaceAsync).WithSummary("Makes a new code for one that was torn down, worn out or copied.");
        admin.MapPost("codes/{code}/revocation", RevokeAsync).WithSummary("The code leads nowhere from now on.");
        admin.MapGet("codes/sheet", SheetAsync).WithSummary("A PDF of the codes of a township or less: twelve labels a page, or posters.");
    }

    private static async Task<Results<Ok<RegionPage>, ProblemHttpResult>> RegionsAsync(SignedIn who, [FromQuery] string? words, [FromQuery] string? below, [FromQuery] string? after, FindRegions find, CancellationToken ct) =>
        (await find.RunAsync(who.Viewer, words, below, after, ct)).ToHttp();

    private static async Task<Results<Ok<RegionSheet>, ProblemHttpResult>> RegionAsync(string code, SignedIn who, ReadRegion read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, code, ct)).ToHttp();

    private static async Task<Results<Ok<SiteCodePage>, ProblemHttpResult>> CodesAsync(SignedIn who, [FromQuery] string? region, [FromQuery] bool? ended, [FromQuery] string? after, ListSiteCodes list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, region, ended == true, after, ct)).ToHttp();

    private static async Task<Results<Ok<MadeCodeBody>, ProblemHttpResult>> MakeAsync(MakeCodeRequest request, SignedIn who, MakeSiteCode make, SiteLinks links, CancellationToken ct) =>
        Made(await make.RunAsync(who.Viewer, new(request.Kind, request.Region, request.Address, request.Building), ct), links);

    private static async Task<Results<Ok<MadeCodeBody>, ProblemHttpResult>> ReplaceAsync(string code, SignedIn who, RenewSiteCode renew, SiteLinks links, CancellationToken ct) =>
        Made(await renew.RunAsync(who.Viewer, code, ct), links);

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(string code, SignedIn who, WithdrawSiteCode withdraw, CancellationToken ct) =>
        (await withdraw.RunAsync(who.Viewer, code, ct)).ToHttp();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SheetAsync(SignedIn who, [FromQuery] string? region, [FromQuery] bool? posters, PrintCodes print, CancellationToken ct)
    {
        var pdf = new MemoryStream();
        var printed = await print.RunAsync(who.Viewer, pdf, region, posters == true ? SheetLayout.One : SheetLayout.Twelve, ct);
        return printed.Problem is { } problem ? problem.ToHttp() : TypedResults.File(pdf.ToArray(), "application/pdf", "codes.pdf");
    }

    private static Results<Ok<MadeCodeBody>, ProblemHttpResult> Made(Result<SiteCode> made, SiteLinks links) =>
        made.ToHttp(code => new MadeCodeBody(code.Code, links.Link(code.Code)));
}

/// <summary>Where a new code shall hang; the region is a grid or a village.</summary>
internal sealed record MakeCodeRequest(SiteCodeKind Kind, string? Region, string? Address, string? Building);

/// <summary>A new code and its link.</summary>
internal sealed record MadeCodeBody(string Code, string Link);
