using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Identities;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.SigningIn;

/// <summary>Where a security administrator erases what a reporter left, for somebody who asks for it on paper.</summary>
public sealed class ErasuresModel(EraseReport erase) : StaffPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public IActionResult OnGet() => Viewer.May(Permission.EraseReport) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.EraseReport))
            return NotFound();

        if ((await erase.RunAsync(Viewer, Number, Reason, Sure, ct)).Problem is { } problem)
        {
            Refuse(problem, problem is Missing ? nameof(Reason) : problem is NotSure ? nameof(Sure) : nameof(Number));
            return Page();
        }

        TempData["Said"] = "已经删除";
        return RedirectToPage();
    }
}
