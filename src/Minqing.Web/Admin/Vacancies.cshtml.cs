using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Gaps;

namespace Minqing.Web.Admin;

/// <summary>Every vacant post of the area, and who acts meanwhile (O-05).</summary>
public sealed class VacanciesModel(ListGaps list) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public GapPage List { get; private set; } = new([], 0, null);

    public string? Next => List.Next is { } next ? $"/admin/vacancies?after={Uri.EscapeDataString(next)}" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await list.RunAsync(Viewer, After, ct), found => List = found);
}
