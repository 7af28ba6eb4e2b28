using Microsoft.AspNetCore.Mvc;
using Minqing.App.People.Duty;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Web.Composition;

namespace Minqing.Web.Staff;

/// <summary>The duty rosters of my units: who has the nights, and which night nobody has (O-06).</summary>
public sealed class RosterModel(ReadRoster read) : StaffPage
{
    /// <summary>One post; all of my units' where it is left out.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Only { get; set; }

    [BindProperty]
    public Guid? Post { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public DateTime? From { get; set; }

    [BindProperty]
    public DateTime? Until { get; set; }

    public IReadOnlyList<RosterPost> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await read.RunAsync(Viewer, Only is { } one ? new(one) : null, ct);
        if (found.Problem is not null)
        {
            return NotFound();
        }

        Posts = found.Value.Posts;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] PutOnRoster put, CancellationToken ct)
    {
        Problem? no = Person is null ? new Missing("Person") : From is null ? new Missing("From") : Until is null ? new Missing("Until") : null;
        no ??= (await put.RunAsync(Viewer, new(Post ?? Guid.Empty), new(Person!.Value), Utc(From!.Value), Utc(Until!.Value), ct)).Problem;
        return await SaidAsync(no, "已排班，到时候的事由值班人收到", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(int no, [FromServices] EndStandIn end, CancellationToken ct) =>
        await SaidAsync((await end.RunAsync(Viewer, new(Post ?? Guid.Empty), no, ct)).Problem, "已取消这一班", ct);

    // What was typed is local time.
    private static DateTime Utc(DateTime local) => LocalTime.ToUtc(DateOnly.FromDateTime(local), local.TimeOfDay);

    private async Task<IActionResult> SaidAsync(Problem? no, string done, CancellationToken ct)
    {
        if (no is NoSuchPost)
        {
            return NotFound();
        }

        if (no is not null)
        {
            Refuse(no, no switch { ShiftNotUsable => nameof(Until), OnRosterAlready => nameof(From), NoSuchPerson => nameof(Person), NotValid { Field: var field } => field, _ => "" });
            return await OnGetAsync(ct);
        }

        TempData["Said"] = done;
        return Redirect(Only is { } one ? $"/duty/roster?only={one}" : "/duty/roster");
    }
}
