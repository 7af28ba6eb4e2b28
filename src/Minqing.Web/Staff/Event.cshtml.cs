using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Events;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>One mass event: what belongs to it, what may, and the one answer for all.</summary>
public sealed class EventModel(ReadEvent read) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What all are told when everything that is open closes.</summary>
    [BindProperty]
    public string? Last { get; set; }

    [BindProperty]
    public Outcome? Outcome { get; set; }

    [BindProperty]
    public List<Guid> Appeals { get; set; } = [];

    public EventView It { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostJoinAsync([FromServices] JoinEvent join, CancellationToken ct) =>
        await read.RunAsync(Viewer, new(Id), null, ct) is { Ok: true, Value.Keeps: true } ? await DoneAsync(await join.RunAsync(Viewer, Appeals, new(Id), ct), Said, "", ct) : NotFound();

    public async Task<IActionResult> OnPostAnswerAsync([FromServices] AnswerEvent answer, CancellationToken ct) =>
        await DoneAsync(await answer.RunAsync(Viewer, new(Id), Words, ct), _ => "正在告诉每一位反映人", nameof(Words), ct);

    public async Task<IActionResult> OnPostCloseAsync([FromServices] CloseEvent close, CancellationToken ct) =>
        await close.RunAsync(Viewer, new(Id), Last, Outcome, ct) is var done
            ? await DoneAsync(done, _ => "正在办结，每一位反映人都会收到答复", done.Problem is NotValid { Field: "outcome" } or Missing { Name: "outcome" } ? nameof(Outcome) : nameof(Last), ct)
            : NotFound();

    public async Task<IActionResult> OnPostEndAsync([FromServices] EndEvent end, CancellationToken ct) =>
        await DoneAsync(await end.RunAsync(Viewer, new(Id), ct), _ => "已结束", "", ct);

    private static string Said(EventJoin join) =>
        join.Refused.Count == 0 ? $"归入了 {join.Joined} 件" : $"归入了 {join.Joined} 件，{join.Refused.Count} 件没有归入：{string.Join("；", join.Refused.Select(r => ProblemWords.Of(r.Why).Shown).Distinct())}";

    private async Task<IActionResult> DoneAsync<T>(Result<T> done, Func<T, string> said, string field, CancellationToken ct)
    {
        if (done.Ok)
        {
            TempData["Said"] = said(done.Value);
            return Redirect($"/events/{Id}");
        }

        if (done.Problem is Domain.Kernel.NotFound or NotAllowed)
        {
            return NotFound();
        }

        Refuse(done.Problem!, field);
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var found = await read.RunAsync(Viewer, new(Id), After, ct);
        if (!found.Ok)
        {
            return NotFound();
        }

        It = found.Value;
        if (It is { Event.Closes: not null, ToClose: > 0 })
        {
            // The browser looks again by itself while they are being closed, also without scripts.
            Response.Headers["Refresh"] = "3";
        }

        return Page();
    }
}
