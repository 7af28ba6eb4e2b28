using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Events;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Staff;

/// <summary>The mass events of one's area, each with its own line of figures (H-29).</summary>
public sealed class EventsModel(ListEvents list, OpenEvent open, RuleBook rules) : StaffPage
{
    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/events", Q) { What = "事件名称" };

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? RegionCode { get; set; }

    [BindProperty]
    public string? CategoryCode { get; set; }

    [BindProperty]
    public DateTime? Since { get; set; }

    public EventPage List { get; private set; } = null!;

    /// <summary>Where the viewer may open one; none for those who only look.</summary>
    public IReadOnlyList<EventArea> Areas { get; private set; } = [];

    public IReadOnlyList<Category> Categories => Profile.Categories;

    public IReadOnlyList<HotDomain> HotDomains => Profile.HotDomains;

    public string? SinceText => Since?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private Profile Profile => rules.For(Viewer.Posts.Select(p => p.Path).FirstOrDefault() ?? "/").Profile;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var since = Since is { } local ? LocalTime.ToUtc(DateOnly.FromDateTime(local), local.TimeOfDay) : (DateTime?)null;
        var opened = await open.RunAsync(Viewer, Name, RegionCode, CategoryCode, since, ct);
        if (opened.Ok)
        {
            TempData["Said"] = "已登记。下面是可能属于它的诉求";
            return Redirect($"/events/{opened.Value.Value}");
        }

        if (opened.Problem is NotAllowed)
        {
            return NotFound();
        }

        Refuse(opened.Problem!, opened.Problem is NotValid { Field: { Length: > 0 } field } ? char.ToUpperInvariant(field[0]) + field[1..] : "");
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var read = await list.RunAsync(Viewer, Q, After, ct);
        if (!read.Ok)
        {
            return NotFound();
        }

        (List, Areas) = (read.Value, await list.AreasAsync(Viewer, ct));
        return Page();
    }
}
