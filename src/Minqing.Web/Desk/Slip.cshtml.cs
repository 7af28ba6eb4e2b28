using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Course;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Desk;

/// <summary>What is told on the phone or given on paper: the number, the query code, what happens next and by when (I-13, I-21).</summary>
public sealed class SlipModel(ReadCourse read, Profile profile, TimeProvider clock) : StaffPage
{
    private const string Desk = "/desk/new";

    public string Number { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Hotline => profile.Intake.Hotline;

    public string Place { get; private set; } = "";

    /// <summary>A number was given: the same goes there by SMS.</summary>
    public bool Texted { get; private set; }

    /// <summary>Where the next one is taken down.</summary>
    public string Again { get; private set; } = Desk;

    public bool ByPhone => Again == Desk;

    public Timeline Next { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(string number, string? code, CancellationToken ct)
    {
        if (!Viewer.May(Permission.TakeDown) && !Viewer.May(Permission.TakeDownOutside))
        {
            return Forbid();
        }

        if (code is null || await read.RunAsync(number, code, ct) is not { Ok: true, Value: var course })
        {
            return NotFound();
        }

        (Number, Code, Texted) = (ReportNumber.Grouped(course.Report.Number), code.ToUpperInvariant(), course.Report.HasPhone);
        (Place, Again) = (course.Report.Address, course.Report.Channel == Channel.Hotline ? Desk : "/desk/outside");
        Next = new(
        [
            new(course.Report.ReceivedAt, Words.Say("take-down.received"), State: StopState.Now),
            .. CourseWords.Next(course).Where(n => n.DueAt > clock.Now()).Select(n => new TimelineStop(n.DueAt, n.Text, State: StopState.Next)),
        ]);
        return Page();
    }
}
