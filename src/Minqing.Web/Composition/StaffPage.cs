using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Composition;

/// <summary>A page for members of staff: whoever is not signed in is sent to do so and comes back.</summary>
[Authorize]
public abstract class StaffPage : PageModel
{
    /// <summary>Who looks at the page. Every query takes it.</summary>
    public Viewer Viewer { get; private set; } = null!;

    [NonHandler] // else its name makes it one, for the method PAGE
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Viewer = (await HttpContext.RequestServices.GetRequiredService<CurrentViewer>().GetAsync(HttpContext.RequestAborted))!;
        Response.Headers.CacheControl = "no-store";
        StaffBar.Show(HttpContext, [.. Tabs()]);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Says a "no" beside its field, or above the form when it names none of its fields; what was typed stays. The page is then shown again.</summary>
    protected void Refuse(Problem problem, string field = "")
    {
        ModelState.AddModelError(field, ProblemWords.Of(problem).Shown);
        Response.StatusCode = ResultHttp.Status(problem);
    }

    private IEnumerable<string> Tabs()
    {
        yield return "list";
        if (Viewer.May(Permission.Dispatch) || (Viewer.May(Permission.Triage) && HttpContext.RequestServices.GetRequiredService<Profile>().Screening is { Judges.Count: > 0 }))
            yield return "dispatch";
        if (Viewer.May(Permission.TakeDown))
            yield return "desk";
        else if (Viewer.May(Permission.TakeDownOutside))
            yield return "outside";
        if (Viewer.May(Permission.SeeFollowUps))
            yield return "followups";
        if (Viewer.May(Permission.SeeLeaderView))
            yield return "leader";
        if (Viewer.May(Permission.SeeLeaderView) || Viewer.May(Permission.FinishOrder))
            yield return "oversight";
        if (Viewer.May(Permission.SeeOperations))
            yield return "admin";
        if (Viewer.May(Permission.ManageAccounts))
            yield return "accounts";
        if (Viewer.May(Permission.ReadAudit))
            yield return "audit";
        yield return "me";
    }
}
