using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Filters;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Ledger;

/// <summary>The filters that one keeps, of every list: kept, gone to, taken away (H-32).</summary>
public sealed class FiltersModel(ListFilters list, SaveFilter save, RemoveFilter remove) : StaffPage
{
    [BindProperty]
    public string? List { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Query { get; set; }

    [BindProperty]
    public bool Shared { get; set; }

    public IReadOnlyList<SavedFilterRow> Kept { get; private set; } = [];

    public bool MayShare => Viewer.May(SaveFilter.ToShare);

    public static string PlaceOf(SavedFilterRow filter) => $"/{filter.List.Name()}?{filter.Query}";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (List is null || Kebab.Parse<FilteredList>(List) is not { } of)
        {
            return BadRequest();
        }

        var saved = await save.RunAsync(Viewer, of, Name, Query, Shared, ct);
        if (saved.Problem is NotAllowed)
        {
            return Forbid();
        }

        if (saved.Problem is { } no)
        {
            Refuse(no, nameof(Name));
            return await ShowAsync(ct);
        }

        TempData["Said"] = Words.Say("ledger.saved", ("Name", saved.Value.Name));
        return LocalRedirect(PlaceOf(saved.Value));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if ((await remove.RunAsync(Viewer, id, ct)).Problem is not null)
        {
            return NotFound();
        }

        TempData["Said"] = Words.Say("ledger.removed");
        return LocalRedirect("/filters");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Kept = await list.RunAsync(Viewer, null, ct);
        return Page();
    }
}
