using Microsoft.AspNetCore.Mvc;
using Minqing.App.Kernel;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;

namespace Minqing.Web.Leader;

/// <summary>Per leader and level: instructions given, done, late (S-02).</summary>
public sealed class FiguresModel(CountInstructions count, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public InstructionFigures? Counted { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = LocalTime.DayOf(clock.Now());
        (From, To) = (From ?? new DateOnly(today.Year, 1, 1), To ?? today);
        var counted = await count.RunAsync(Viewer, From.Value, To.Value, ct);
        if (counted.Problem is NotAllowed)
        {
            return Forbid();
        }

        if (counted.Problem is { } problem)
        {
            Refuse(problem, "to");
            return Page();
        }

        Counted = counted.Value;
        return Page();
    }
}
