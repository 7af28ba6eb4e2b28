using Microsoft.AspNetCore.Mvc;
using Minqing.App.People.SigningIn;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.SigningIn;

/// <summary>Where a security administrator signs a lost phone out.</summary>
public sealed class AccountsModel(ListSessions list, EndSession end) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    /// <summary>Null before an account was asked for.</summary>
    public IReadOnlyList<SessionRow>? Sessions { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.ManageAccounts))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Account))
            return Page();

        var found = await list.RunAsync(Viewer, Account, ct);
        if (found.Problem is { } problem)
            Refuse(problem, nameof(Account));
        else
            Sessions = found.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken ct)
    {
        if (!Viewer.May(Permission.ManageAccounts))
            return NotFound();
        if ((await end.RunAsync(Viewer, session, ct)).Problem is { } problem)
        {
            Refuse(problem);
            return await OnGetAsync(ct);
        }

        TempData["Said"] = "那部设备已经退出";
        return RedirectToPage(new { Account });
    }
}
