using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Codes;
using Minqing.App.Administration.Places;
using Minqing.App.Regions.Printing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Web.Admin;

/// <summary>Posted codes, region by region: list, make, replace, revoke, and the sheet to print.</summary>
public sealed class CodesModel(FindRegions find, ListSiteCodes list, ReadRegion read) : AdminPage
{
    /// <summary>The code of a region.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public SiteCodeKind Kind { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Building { get; set; }

    /// <summary>The regions right below.</summary>
    public IReadOnlyList<RegionRow> Choices { get; private set; } = [];

    public bool MoreChoices { get; private set; }

    public RegionSheet? Place { get; private set; }

    /// <summary>Null above a township.</summary>
    public SiteCodePage? List { get; private set; }

    public bool TakesCodes => Place is { Level: RegionLevel.Village or RegionLevel.Grid, ClosedOn: null };

    public string? Next => List?.Next is { } next ? AdminTabs.Href("/admin/codes", ("region", Region), ("ended", Ended ? "true" : null), ("after", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Region))
        {
            var place = await read.RunAsync(Viewer, Region, ct);
            if (place.Problem is not null)
                return With(place, _ => { });

            Place = place.Value;
        }

        if (Place is not { Level: RegionLevel.Grid })
        {
            var below = await find.RunAsync(Viewer, null, Region, null, ct);
            if (below.Problem is not null)
                return With(below, _ => { });

            (Choices, MoreChoices) = (below.Value.Rows, below.Value.Next is not null);
        }

        return Place is { Level: >= RegionLevel.Township } ? With(await list.RunAsync(Viewer, Region, Ended, After, ct), found => List = found) : Page();
    }

    public async Task<IActionResult> OnGetSheetAsync(bool posters, [FromServices] PrintCodes print, CancellationToken ct)
    {
        var pdf = new MemoryStream();
        var printed = await print.RunAsync(Viewer, pdf, Region, posters ? SheetLayout.One : SheetLayout.Twelve, ct);
        if (printed.Problem is null)
            return File(pdf.ToArray(), "application/pdf", $"codes-{Region}.pdf");

        var shown = await OnGetAsync(ct);
        Refuse(printed.Problem);
        return shown;
    }

    public async Task<IActionResult> OnPostMakeAsync([FromServices] MakeSiteCode make, CancellationToken ct)
    {
        var made = await make.RunAsync(Viewer, new(Kind, Region, Address, Building), ct);
        return await DoneAsync(made.Problem, made.Ok ? $"新码 {made.Value.Code}，请打印后贴上" : "", ct);
    }

    public async Task<IActionResult> OnPostReplaceAsync(string code, [FromServices] RenewSiteCode renew, CancellationToken ct)
    {
        var made = await renew.RunAsync(Viewer, code, ct);
        return await DoneAsync(made.Problem, made.Ok ? $"新码 {made.Value.Code} 顶替 {code}；旧码还能用，会转到新码" : "", ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync(string code, [FromServices] WithdrawSiteCode withdraw, CancellationToken ct) =>
        await DoneAsync((await withdraw.RunAsync(Viewer, code, ct)).Problem, $"{code} 已停用", ct);

    private async Task<IActionResult> DoneAsync(Problem? problem, string said, CancellationToken ct)
    {
        if (problem is null)
        {
            TempData["Said"] = said;
            return LocalRedirect(AdminTabs.Href("/admin/codes", ("region", Region)));
        }

        var shown = await OnGetAsync(ct);
        Refuse(problem, problem switch { AddressNotUsable => nameof(Address), BuildingTooLong => nameof(Building), _ => "" });
        return problem is NotAllowed ? Forbid() : shown;
    }
}
