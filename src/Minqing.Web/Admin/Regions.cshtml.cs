using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Places;

namespace Minqing.Web.Admin;

/// <summary>The tree of regions: looked for by name or code, or walked down.</summary>
public sealed class RegionsModel(FindRegions find) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The code of the region below which to look.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Below { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RegionPage List { get; private set; } = new(null, [], null);

    public string? Next => List.Next is { } next ? AdminTabs.Href("/admin/regions", ("q", Q), ("below", Below), ("after", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await find.RunAsync(Viewer, Q, Below, After, ct), found => List = found);
}
