using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.App.Notices;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>The one task behind the link of an SMS: take the appeal, call, say what came of it. All else asks to sign in (P-15).</summary>
[ResponseCache(NoStore = true)]
public sealed class LinkModel(OpenLink links, ReadAppeal read, StepTaking steps, OpenIdentity open, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public StepForm Form { get; set; } = new();

    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Which report the form was about, where the appeal has several.</summary>
    [BindProperty]
    public Guid? Report { get; set; }

    /// <summary>Made once for each form: sent twice it is one call.</summary>
    [BindProperty]
    public string? Key { get; set; } = Guid.NewGuid().ToString("N");

    public AppealSheet? It { get; private set; }

    /// <summary>Why the link opens nothing, in words.</summary>
    public string? Refused { get; private set; }

    /// <summary>Where to go on after signing in.</summary>
    public string Return { get; private set; } = "/work";

    public string? Changed { get; private set; }

    public Identity? Person { get; private set; }

    /// <summary>The step of this task that is next; null when the first call is done or not theirs.</summary>
    public Step? Next => It?.Next.Main is Step.Take or Step.RecordCall && Calling ? It.Next.Main : null;

    private bool Calling => It?.View.Report.Clocks.Any(c => c.Kind == ClockKind.FirstCall && c.Runs) == true;

    /// <summary>Written out: generated addresses are in small letters, and a token is not the same in small letters.</summary>
    public string Action(string handler) => $"/l/{Token}?handler={handler}";

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync(CancellationToken ct) => DoAsync(Step.Take, ct);

    public Task<IActionResult> OnPostCallAsync(CancellationToken ct) => DoAsync(Step.RecordCall, ct);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } link && Next == Step.RecordCall)
        {
            var opened = await open.RunAsync(link.Viewer, It!.View.Report.Id, OpeningPurpose.FirstCall, null, ct);
            if (opened.Problem is { } problem)
            {
                Refuse(problem);
            }
            else
            {
                Person = opened.Value;
            }
        }

        return Page();
    }

    private async Task<IActionResult> DoAsync(Step step, CancellationToken ct)
    {
        // Asked before, and not only shown: the link is good for the first call and nothing after it.
        if (await LoadAsync(ct) is not { } link || !Calling)
        {
            return Page();
        }

        if ((await steps.RunAsync(step, link.Viewer, link.Appeal, Form, new(), Seen, ct, It!.View.Report.Id, Key)).Problem is { } problem)
        {
            await LoadAsync(ct);
            Refuse(problem);
            return Page();
        }

        TempData["Said"] = StaffWords.Done(step);
        return Redirect($"/l/{Token}");
    }

    private async Task<LinkOpened?> LoadAsync(CancellationToken ct)
    {
        var link = await links.RunAsync(Token, ct);
        var view = link.Ok ? await read.RunAsync(link.Value.Viewer, link.Value.Appeal, ct) : link.Problem!;
        if (view.Problem is { } no)
        {
            (Refused, Response.StatusCode) = (ProblemWords.Of(no).Shown, ResultHttp.Status(no));
            Return = no is LinkExpired { Appeal: { } about } ? $"/appeals/{about.Value}" : Return;
            return null;
        }

        var seen = view.Value with { About = view.Value.Case.Reports.FirstOrDefault(r => r.Id.Value == Report)?.Id };
        var next = NextStep.Of(seen, link.Value.Viewer);
        (It, Return) = (new(seen with { About = next.About }, next, new Dictionary<ReportId, IReadOnlyList<MediaItem>>(), clock.Now()), $"/appeals/{link.Value.Appeal.Value}");
        return link.Value;
    }

    private void Refuse(Problem problem)
    {
        Response.StatusCode = ResultHttp.Status(problem);
        if (problem is ChangedMeanwhile changed)
        {
            Changed = StaffWords.Of(changed);
        }
        else
        {
            ModelState.AddModelError((problem as NotValid)?.Field ?? "", ProblemWords.Of(problem).Shown);
        }
    }
}
