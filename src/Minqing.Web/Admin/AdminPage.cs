using Microsoft.AspNetCore.Mvc;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;

namespace Minqing.Web.Admin;

/// <summary>A page of the administrator. Whoever may not see it gets the page for "not allowed", whoever asks for what is not there the one for "not found".</summary>
public abstract class AdminPage : StaffPage
{
    /// <summary>The page with what was found, or the refusal.</summary>
    protected IActionResult With<T>(Result<T> result, Action<T> show)
    {
        switch (result.Problem)
        {
            case null:
                show(result.Value);
                return Page();
            case NotAllowed:
                return Forbid();
            case Domain.Kernel.NotFound:
                return NotFound();
            default:
                Refuse(result.Problem);
                return Page();
        }
    }
}
