using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;

namespace Minqing.Web.Staff;

/// <summary>A page about one appeal, for whoever may see it.</summary>
public abstract class AppealPage(ReadAppeal read, CaseMedia media, TimeProvider clock) : StaffPage
{
    public AppealSheet It { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which report it is about, where the appeal has several.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Report { get; set; }

    /// <summary>What somebody else did meanwhile, in words.</summary>
    public string? Changed { get; private set; }

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>False when there is no such appeal for this viewer.</summary>
    protected async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await read.RunAsync(Viewer, new(Id), ct) is not { Ok: true, Value: var view } || (Report is { } named && view.Case.Reports.All(r => r.Id.Value != named)))
        {
            return false;
        }

        view = view with { About = Report is { } about ? new ReportId(about) : null };
        var next = NextStep.Of(view, Viewer);
        It = new(view with { About = next.About }, next, await media.ListAsync(view.Case, ct), clock.Now());
        return true;
    }

    /// <summary>The page again, with the "no" where it belongs and everything typed still there.</summary>
    protected async Task<IActionResult> AgainAsync(Problem problem, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        if (problem is ChangedMeanwhile changed)
        {
            (Changed, Response.StatusCode) = (StaffWords.Of(changed), ResultHttp.Status(problem));
        }
        else
        {
            Refuse(problem, FieldOf(problem));
        }

        return Page();
    }

    /// <summary>The field beside which a "no" is said.</summary>
    protected virtual string FieldOf(Problem problem) => problem switch
    {
        NotValid { Field: "file" } or EvidenceMissing or NoPhotoOfBefore or NoPositionInPhotos or PhotosTakenElsewhere => "photos",
        UnfoundedReasonMissing => "unfounded",
        NotValid { Field: var field } => field,
        _ => "",
    };
}
