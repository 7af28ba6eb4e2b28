using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Staffing;

namespace Minqing.Web.Admin;

/// <summary>The people of the area and those who wait for a post.</summary>
public sealed class PeopleModel(ListPersons list) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PersonPage List { get; private set; } = new([], null);

    public string? Next => List.Next is { } next ? AdminTabs.Href("/admin/people", ("q", Q), ("after", next)) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await list.RunAsync(Viewer, Q, After, ct), found => List = found);
}
