using Microsoft.AspNetCore.Mvc;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Ledger.Printing;

namespace Minqing.Web.Ledger;

/// <summary>Any list as a file, by the filter in the address; read again it leads back to the list (H-32).</summary>
public sealed class ListFileModel(PrintList print) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    private FilteredList? Named => Kebab.Parse<FilteredList>(List ?? "");

    public IActionResult OnGet() => Named is { } list ? Back(list) : NotFound();

    public async Task<IActionResult> OnPostAsync(string? format, CancellationToken ct)
    {
        if (Named is not { } list || Kebab.Parse<ExportFormat>(format ?? "xlsx") is not { } kind)
        {
            return NotFound();
        }

        var made = await print.MakeAsync(Viewer, list, ListQuestion.Of(list, Request), kind, ct);
        return made.Problem switch
        {
            null => File(made.Value.Content, made.Value.Type, made.Value.Name),
            NotAllowed => Forbid(),
            _ => Back(list), // which says what it does not understand
        };
    }

    private LocalRedirectResult Back(FilteredList list) => LocalRedirect($"/{list.Name()}{Request.QueryString}");
}
