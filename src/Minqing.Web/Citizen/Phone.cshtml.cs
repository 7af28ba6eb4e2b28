using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Notices.OwnReports;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>A phone number and the code sent to it open the list of what was reported with it. What the page says tells nobody whether a number is known (I-14).</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class PhoneModel(ProvenPhones proven) : PageModel
{
    private const string Sent = "phone";

    /// <summary>The number that a code was asked for.</summary>
    public string? Asked { get; private set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public void OnGet(bool sent) => Asked = sent ? TempData.Peek(Sent) as string : null;

    public async Task<IActionResult> OnPostAskAsync([FromServices] AskPhoneCode ask, CancellationToken ct)
    {
        if ((await ask.RunAsync(Phone, ct)).Problem is { } problem)
        {
            return Again(nameof(Phone), problem);
        }

        // Never in an address: those are written down on the way.
        TempData[Sent] = Phone!.Trim();
        return LocalRedirect("/f/phone?sent=true");
    }

    public async Task<IActionResult> OnPostCheckAsync([FromServices] CheckPhoneCode check, CancellationToken ct)
    {
        var phone = await check.RunAsync(Phone, Code, ct);
        if (phone.Problem is { } problem)
        {
            Asked = problem is NotValid { Field: "phone" } ? null : Phone;
            return Again(Asked is null ? nameof(Phone) : nameof(Code), problem);
        }

        TempData.Remove(Sent);
        proven.Keep(HttpContext, phone.Value);
        return LocalRedirect("/f/mine");
    }

    private PageResult Again(string field, Problem problem)
    {
        ModelState.AddModelError(field, ProblemWords.Of(problem).Shown);
        Response.StatusCode = ResultHttp.Status(problem);
        return Page();
    }
}
