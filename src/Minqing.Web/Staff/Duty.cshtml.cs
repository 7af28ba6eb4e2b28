using Microsoft.AspNetCore.Mvc;
using Minqing.App.Kernel;
using Minqing.App.People.Duty;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;

namespace Minqing.Web.Staff;

/// <summary>When I am away: who stands in for me, and for whom I do.</summary>
public sealed class DutyModel(ReadDuty read, TimeProvider clock) : StaffPage
{
    public IReadOnlyList<DutyPost> Posts { get; private set; } = [];

    public string Today => LocalTime.DayOf(clock.Now()).ToString("yyyy-MM-dd", null);

    [BindProperty]
    public Guid? Post { get; set; }

    [BindProperty]
    public Guid? Person { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Posts = await read.RunAsync(Viewer, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] NameStandIn name, CancellationToken ct)
    {
        Problem? no = Person is null ? new Missing("Person") : From is null ? new Missing("From") : To is null ? new Missing("To") : null;
        no ??= (await name.RunAsync(Viewer, new(Post ?? Guid.Empty), new(Person!.Value), From!.Value, To!.Value, ct)).Problem;
        return await SaidAsync(no, "已登记，期间的事由代班人收到", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(int no, [FromServices] EndStandIn end, CancellationToken ct) =>
        await SaidAsync((await end.RunAsync(Viewer, new(Post ?? Guid.Empty), no, ct)).Problem, "已结束代班", ct);

    private async Task<IActionResult> SaidAsync(Problem? no, string done, CancellationToken ct)
    {
        if (no is Domain.Kernel.NotFound and not Domain.People.NoSuchPerson)
        {
            return NotFound();
        }

        if (no is not null)
        {
            Refuse(no, no is NotValid { Field: var field } ? char.ToUpperInvariant(field[0]) + field[1..] : no is Domain.People.NoSuchPerson ? "Person" : "");
            return await OnGetAsync(ct);
        }

        TempData["Said"] = done;
        return Redirect("/duty");
    }
}
