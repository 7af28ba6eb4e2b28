using Microsoft.AspNetCore.Mvc;
using Minqing.App.Media;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>One docket: what it is about, its tasks, its story, and a form for each step that is open.</summary>
public sealed class DocketModel(ReadDocket read, TakeDocketStep take, DocketChoices choices, DocketReach reach, FormMedia photos) : DocketPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DocketView View { get; private set; } = null!;

    /// <summary>The step whose form was sent and refused.</summary>
    public DocketStep? Sent { get; private set; }

    /// <summary>What the viewer can do, what ends it last.</summary>
    public IEnumerable<DocketStep> Steps => View.Open.OrderBy(s => s is DocketStep.Close or DocketStep.Refuse or DocketStep.StrikeOff or DocketStep.SendBack);

    public bool Inspects => Viewer.May(Permission.Inspect);

    public override IReadOnlyList<(int No, string Name)> TasksFor(DocketStep step) =>
        [.. View.Docket.TasksFor(step).Where(t => step != DocketStep.Answer || Viewer.Posts.Any(p => p.Unit == t.Unit)).Select(t => (t.No, View.Text(t.Requirement) is { Length: > 30 } text ? text[..30] : View.Text(t.Requirement) ?? ""))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? step, [FromForm] DocketForm form, CancellationToken ct)
    {
        if (Kebab.Parse<DocketStep>(step ?? "") is not { } known)
        {
            return NotFound();
        }

        var stored = await photos.StoreAsync(Key ?? "", Photos, new MediaLimits(), ct);
        Attached = [.. (form.Evidence ?? []).Union(stored.Ok ? stored.Value : [])];
        var taken = stored.Problem is { } refused ? refused : await take.RunAsync(Viewer, new(Id), known, Local(form) with { Evidence = [.. Attached] }, ct);
        if (taken.Problem is DocketNotYours)
        {
            return Forbid();
        }

        if (taken.Problem is { } problem)
        {
            if (problem is Domain.Kernel.NotFound || !await LoadAsync(ct))
            {
                return NotFound();
            }

            Sent = known;
            Refuse(problem, problem is NotValid { Field: var field } ? field : "");
            return Page();
        }

        TempData["Said"] = Words.Say("docket.done.taken");
        return Redirect($"/oversight/{Id}");
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await read.RunAsync(Viewer, new(Id), ct) is not { Ok: true, Value: var view })
        {
            return false;
        }

        View = view;
        if (view.Open.Count > 0)
        {
            (Units, Posts) = await choices.OfAsync(Viewer, view.Docket.Kind, await reach.PlacesAsync(view.Docket, ct), view.Docket, ct);
        }

        return true;
    }
}
