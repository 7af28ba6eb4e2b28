using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Desk;

/// <summary>The call-back desk's list: what was closed and waits to be asked about, what runs out first comes first (H-22).</summary>
public sealed class FollowUpsModel(ListMine list) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/followups", Q);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public TurnPage List { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SeeFollowUps))
        {
            return Forbid();
        }

        List = (await list.RunAsync(Viewer, TurnKind.FollowUp, Q, false, After, ct)).Page;
        return Page();
    }
}
