using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Reorganising;

namespace Minqing.Web.Admin;

/// <summary>What was merged, split and renamed, and what is planned; found by an old name too (O-09).</summary>
public sealed class ReorganisationsModel(ListReorganisations list, CallOffReorganisation off) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public ReorganisationPage List { get; private set; } = new([], null);

    public string? Next => List.Next is { } next ? AdminTabs.Href("/admin/reorganisations", ("q", Q), ("after", next.ToString())) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await list.RunAsync(Viewer, Q, After, ct), found => List = found);

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken ct)
    {
        var done = await off.RunAsync(Viewer, new(id), ct);
        if (done.Problem is null)
        {
            TempData["Said"] = "已取消，什么都没有变";
            return LocalRedirect("/admin/reorganisations");
        }

        var shown = await OnGetAsync(ct);
        return done.Problem is Domain.Kernel.NotFound ? NotFound() : With(done, _ => { }) is ForbidResult no ? no : shown;
    }
}
