using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Sampling;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Desk;

/// <summary>The city's sample: what was drawn, to be found well done or started again (H-23).</summary>
public sealed class SamplesModel(ListSamples list, PassSample pass) : StaffPage
{
    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/samples", Q);

    [BindProperty]
    public Guid Appeal { get; set; }

    /// <summary>Whether the viewer judges what was drawn, or only reads.</summary>
    public bool Judges => Viewer.May(Permission.SampleClosed);

    public string Href(SampleRow row) => Viewer.May(Permission.Inspect) ? $"/oversight/record/{row.Appeal.Value}" : $"/appeals/{row.Appeal.Value}";

    public SampleList List { get; private set; } = new([], null, 0);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SampleClosed))
        {
            return Forbid();
        }

        var done = await pass.RunAsync(Viewer, new(Appeal), null, null, ct);
        if (done.Problem is NotFound)
        {
            return NotFound();
        }

        if (done.Problem is { } no)
        {
            Refuse(no);
            return await ShowAsync(ct);
        }

        TempData["Said"] = Texts.Words.Say("staff.did.sample-passed");
        return LocalRedirect("/samples");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SeeSamples))
        {
            return Forbid();
        }

        List = await list.RunAsync(Viewer, Q, After, ct);
        return Page();
    }
}
