using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Codes;
using Minqing.App.Administration.Places;
using Minqing.App.Administration.Reorganising;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.Web.Admin;

/// <summary>New grids are taken out of a grid: their names, and code by code where each goes (O-09).</summary>
public sealed class SplitModel(ListSiteCodes list, PlanSplit split, FindRegions find, TimeProvider clock) : ReorganisationForm(find, clock)
{
    /// <summary>What the fields begin with that say where a code goes.</summary>
    public const string Goer = "goes-";

    private const int CodesAtMost = 500;

    [BindProperty(SupportsGet = true)]
    public string? Grid { get; set; }

    /// <summary>What the new grids are called, one a line.</summary>
    [BindProperty]
    public string? Names { get; set; }

    /// <summary>The number of the new grid for each code; 0 stays.</summary>
    public IReadOnlyDictionary<string, int> Goes => Request.HasFormContentType
        ? Request.Form.Where(f => f.Key.StartsWith(Goer, StringComparison.Ordinal)).ToDictionary(f => f.Key[Goer.Length..], f => int.TryParse(f.Value, CultureInfo.InvariantCulture, out var no) ? no : 0)
        : new Dictionary<string, int>();

    public IReadOnlyList<SiteCodeLine> Codes { get; private set; } = [];

    public bool MoreCodes { get; private set; }

    /// <summary>The name of the grid; null before it is chosen.</summary>
    public string? Place { get; private set; }

    public IReadOnlyList<string> Parts => [.. (Names ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(PlanSplit.PartsAtMost + 1)];

    public RegionFind Search => new(FinderOf("/admin/reorganisations/split"), Found, ("拆分它", code => $"/admin/reorganisations/split?grid={code}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        string.IsNullOrWhiteSpace(Grid) || !Viewer.May(Domain.People.Permission.ManageRegions) ? await ShowAsync(ct) : await ShownAsync(null, ct);

    public async Task<IActionResult> OnPostNamesAsync(CancellationToken ct) => await ShownAsync(Parts.Count == 0 ? new PartsNotUsable() : null, ct);

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await OnGetAsync(ct);

        var parts = Parts.Select((name, i) => new PartForm(name, [.. Goes.Where(g => g.Value == i + 1).Select(g => g.Key)])).ToList();
        var done = await split.RunAsync(Viewer, new(Grid, Day, Reason, parts), ct);
        return done.Problem is null ? Done(Day, $"/admin/regions/{Grid!.Trim()}/history") : await ShownAsync(done.Problem, ct);
    }

    private async Task<IActionResult> ShownAsync(Problem? refused, CancellationToken ct)
    {
        var codes = new List<SiteCodeLine>();
        string? after = null;
        do
        {
            var page = await list.RunAsync(Viewer, Grid, false, after, ct);
            if (page.Problem is { } problem)
                return With(page, _ => { }) is ForbidResult no ? no : Said(problem);
            (Place, after) = (page.Value.Region, page.Value.Next);
            codes.AddRange(page.Value.Rows);
        }
        while (after is not null && codes.Count < CodesAtMost);
        (Codes, MoreCodes) = (codes, after is not null);
        return refused is null ? Page() : Said(refused);
    }

    private IActionResult Said(Problem problem)
    {
        if (problem is NotAllowed)
            return Forbid();
        Refuse(problem, problem is NoSuchRegion ? nameof(Grid) : problem is PartsNotUsable ? nameof(Names) : FieldOf(problem));
        return Page();
    }
}
