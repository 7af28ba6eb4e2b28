using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Staffing;

namespace Minqing.Web.Admin;

/// <summary>The units of the area, with how many of their posts are vacant.</summary>
public sealed class UnitsModel(ListUnits list) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public UnitPage List { get; private set; } = new([], null);

    public string? Next => List.Next is { } next ? AdminTabs.Href("/admin/units", ("q", Q), ("after", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await list.RunAsync(Viewer, Q, After, ct), found => List = found);
}
