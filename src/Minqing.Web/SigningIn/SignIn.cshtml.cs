using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.People.SigningIn;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.SigningIn;

/// <summary>Account, password and one-time code, or a passkey; then back to where the person wanted to go.</summary>
[ResponseCache(NoStore = true)]
public sealed class SignInModel(SignIn signIn) : PageModel
{
    private const string Home = "/";

    [BindProperty(SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Never to another site, whatever the link said.</summary>
    public string Target => Url.IsLocalUrl(Return) ? Return! : Home;

    public IActionResult OnGet() => User.Signed() is null ? Page() : LocalRedirect(Target);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var started = await signIn.RunAsync(Account, Password, Code, HttpContext.Browser(), ct);
        if (started.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(Account), ProblemWords.Of(problem).Shown);
            Response.StatusCode = ResultHttp.Status(problem);
            return Page();
        }

        SessionCookie.Give(HttpContext, started.Value);
        return LocalRedirect(Target);
    }
}
