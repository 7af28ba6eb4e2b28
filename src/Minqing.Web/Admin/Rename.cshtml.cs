using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Places;
using Minqing.App.Administration.Reorganising;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.Web.Admin;

/// <summary>A region or a unit gets another name from a day on; what happened before keeps the old one (O-09).</summary>
public sealed class RenameModel(PlanRename rename, FindRegions find, TimeProvider clock) : ReorganisationForm(find, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Region { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public RegionFind Search => new(
        FinderOf("/admin/reorganisations/rename", ("region", Region)), Found, ("给它改名", code => $"/admin/reorganisations/rename?region={code}"));

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);

        var unit = string.IsNullOrWhiteSpace(Unit) ? null : Unit;
        var done = await rename.RunAsync(Viewer, new(Region, unit, Name, Day, Reason), ct);
        if (done.Problem is null)
            return Done(Day, unit is null ? $"/admin/regions/{Region!.Trim()}/history" : AdminTabs.Href("/admin/units", ("q", unit)));
        if (done.Problem is NotAllowed)
            return Forbid();

        Refuse(done.Problem, done.Problem switch
        {
            NoSuchRegion => nameof(Region),
            NoSuchUnit => nameof(Unit),
            SameName or Missing { Name: "name" } or TooLong { Name: "name" } => nameof(Name),
            _ => FieldOf(done.Problem),
        });
        return Page();
    }
}
