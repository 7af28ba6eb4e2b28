using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Places;
using Minqing.App.Administration.Reorganising;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Web.Shared;

namespace Minqing.Web.Admin;

/// <summary>A village into another, or a grid into another: first what it would touch, then the confirmation (O-09).</summary>
public sealed class MergeModel(PreviewMerge preview, PlanMerge merge, FindRegions find, TimeProvider clock) : ReorganisationForm(find, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Into { get; set; }

    /// <summary>The posts whose holders go on.</summary>
    [BindProperty]
    public List<Guid> Moving { get; set; } = [];

    /// <summary>What it would touch; null before it was asked for.</summary>
    public MergePreview? Preview { get; private set; }

    public RegionFind Search => new(
        FinderOf("/admin/reorganisations/merge", ("from", From), ("into", Into)), Found,
        ("撤销它", code => At(code, Into)), ("并入它", code => At(From, code)));

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct) => ModelState.IsValid ? Shown(await preview.RunAsync(Viewer, Form(null), ct)) : await OnGetAsync(ct);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);
        var done = await merge.RunAsync(Viewer, Form(Moving), ct);
        if (done.Problem is null)
            return Done(Day, $"/admin/regions/{Into!.Trim()}/history");

        // What it touches is shown again, as long as it can be told.
        var seen = await preview.RunAsync(Viewer, Form(Moving), ct);
        Preview = seen.Ok ? seen.Value : null;
        return Refused(done.Problem);
    }

    private static string At(string? from, string? into) => new Finder("/admin/reorganisations/merge", null, ("from", from), ("into", into)).Without;

    private MergeForm Form(IReadOnlyList<Guid>? moving) => new(From, Into, Day, Reason, moving);

    private IActionResult Shown(Result<MergePreview> seen)
    {
        if (seen.Problem is { } problem)
            return Refused(problem);
        Preview = seen.Value;
        return Page();
    }

    private IActionResult Refused(Problem problem)
    {
        if (problem is NotAllowed)
            return Forbid();
        Refuse(problem, problem switch
        {
            NoSuchRegion(var code) => code == From?.Trim() ? nameof(From) : nameof(Into),
            NotMergeable or Missing { Name: "into" } => nameof(Into),
            Missing { Name: "from" } => nameof(From),
            _ => FieldOf(problem),
        });
        return Page();
    }
}
