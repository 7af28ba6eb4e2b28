using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Lists;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Desk;

/// <summary>The call-back desk's list: what was closed and waits to be asked about, what runs out first comes first (H-22).</summary>
public sealed class FollowUpsModel(ListMine list, ListEventsToAsk events, AskEvent ask) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/followups", Q);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public TurnPage List { get; private set; } = new([], null);

    /// <summary>The closed events that wait for it.</summary>
    public IReadOnlyList<EventToAsk> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SeeFollowUps))
        {
            return Forbid();
        }

        return await ShowAsync(ct);
    }

    /// <summary>All of an event are asked by link, in one act (H-29).</summary>
    public async Task<IActionResult> OnPostAskAsync([FromForm] Guid @event, CancellationToken ct)
    {
        var done = await ask.RunAsync(Viewer, new(@event), ct);
        if (done.Problem is NotAllowed and not OwnFollowUp)
        {
            return Forbid();
        }

        if (done.Problem is Domain.Kernel.NotFound)
        {
            return NotFound();
        }

        if (done.Problem is { } no)
        {
            Refuse(no);
            return await ShowAsync(ct);
        }

        TempData["Said"] = "正在请每位反映人评价";
        return LocalRedirect("/followups");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Events = (await events.RunAsync(Viewer, ct)).Value;
        List = (await list.RunAsync(Viewer, TurnKind.FollowUp, Q, false, After, ct)).Page;
        return Page();
    }
}
