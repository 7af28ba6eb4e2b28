using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>Everything of one appeal on one page, for an inspector: each step as written, and every look at who reported it.</summary>
public sealed class RecordModel(ReadRecord read) : StaffPage
{
    /// <summary>The cursor of the accesses before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public AppealRecord Record { get; private set; } = null!;

    public Timeline Story => new(
        [.. Record.Story.Select(e => new TimelineStop(e.At, Said(e.Step), DocketWords.Who(e), string.Join("\n", e.Facts.SelectMany(TextsIn.Of).Distinct().Select(t => e.Words(t)).Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } said ? said : null))], NewestFirst: true);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(Viewer, new(id), After, ct) is not { Ok: true, Value: var record })
        {
            return NotFound();
        }

        Record = record;
        return Page();
    }

    private static string Said(string step) =>
        Words.Has($"docket.did.{step}") ? Words.Say($"docket.did.{step}")
        : Words.Has($"staff.did.{step}") && !Words.Facts($"staff.did.{step}").Any() ? Words.Say($"staff.did.{step}")
        : Words.Has($"staff.step.{step}") ? Words.Say($"staff.step.{step}")
        : Words.Has($"staff.did.{step}") ? Words.Say($"staff.did.{step}", ("Times", ""), ("Outcome", ""), ("Unit", ""), ("Clock", ""), ("Category", ""))
        : Words.Say("docket.did.other");
}
