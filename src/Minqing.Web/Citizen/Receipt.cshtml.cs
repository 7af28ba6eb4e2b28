using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>What a person gets at once: the number, the query code, what happens next and by when (I-13).</summary>
[ResponseCache(NoStore = true)]
public sealed class ReceiptModel(ReadCourse read, RuleBook rules, TimeProvider clock) : PageModel
{
    public string Number { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Hotline { get; private set; } = "";

    /// <summary>A phone was given: the same went there by SMS.</summary>
    public bool Texted { get; private set; }

    public string FollowUrl { get; private set; } = "";

    public Timeline Next { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(string number, string? code, CancellationToken ct)
    {
        if (code is null || await read.RunAsync(number, code, ct) is not { Ok: true, Value: var course })
        {
            return RedirectToPage("/Citizen/Find", new { number });
        }

        (Number, Code, Texted) = (ReportNumber.Grouped(course.Report.Number), code.ToUpperInvariant(), course.Report.HasPhone);
        Hotline = rules.For(course.Appeal.Path).Profile.Intake.Hotline;
        FollowUrl = $"/f/{course.Report.Number}?code={Uri.EscapeDataString(code)}";
        Next = new(
        [
            new(course.Report.ReceivedAt, "收到您的反映", State: StopState.Now),
            .. CourseWords.Next(course).Where(n => n.DueAt > clock.Now()).Select(n => new TimelineStop(n.DueAt, n.Text, State: StopState.Next)),
        ]);
        return Page();
    }
}
