using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Minqing.Web.Shared;

/// <summary>The page for what went wrong, with the status it went wrong with.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class TroubleModel : PageModel
{
    public TroubleText Text { get; private set; } = TroubleText.Of(500);

    /// <summary>Shown for faults of ours only: it finds the log lines.</summary>
    public string? RequestId { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Text = TroubleText.Of(status);
        RequestId = status >= 500 ? HttpContext.TraceIdentifier : null;
    }
}
