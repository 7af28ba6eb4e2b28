using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.Oversight;

/// <summary>What a deputy or an inspector looks after, as it stands now, without who reported it.</summary>
public sealed class RemitModel(ListRemit list) : StaffPage
{
    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RemitList List { get; private set; } = null!;

    public string Href(RemitRow row) => Viewer.May(Permission.Inspect) ? $"/oversight/record/{row.Appeal.Value}" : $"/appeals/{row.Appeal.Value}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await list.RunAsync(Viewer, After, ct) is not { Ok: true, Value: var found })
        {
            return Forbid();
        }

        List = found;
        return Page();
    }
}
