using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;

namespace Minqing.Web.Desk;

/// <summary>One call-back: what was said, what was done, the script, the outcome and the three ratings.</summary>
public sealed class FollowUpModel(ReadAppeal read, RecordFollowUp record, OpenIdentity open, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Which report it is about, where an appeal has several.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Report { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public int? Attitude { get; set; }

    [BindProperty]
    public int? Speed { get; set; }

    [BindProperty]
    public int? Result { get; set; }

    [BindProperty]
    public bool? Solved { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Made once for each form: sent twice it is one attempt.</summary>
    [BindProperty]
    public string? Key { get; set; } = Guid.NewGuid().ToString("N");

    public AppealView It { get; private set; } = null!;

    /// <summary>Whole, once somebody said what for.</summary>
    public Identity? Person { get; private set; }

    public ChangedMeanwhile? Changed { get; private set; }

    public Report About => It.Case.Reports.FirstOrDefault(r => r.Id.Value == Report) ?? It.Report;

    /// <summary>How it was asked about this appeal before.</summary>
    public IReadOnlyList<FollowUp> Asked => [.. About.FollowUps.Where(f => f.IsOf(It.Appeal.Id))];

    public Round Round => It.Appeal.Rounds[^1];

    public string? Handed => It.Story.Select(s => s.Words(Round.Result)).FirstOrDefault(w => w is not null);

    public string? Measures => It.Story.Select(s => s.Words(Round.Measures)).FirstOrDefault(w => w is not null);

    /// <summary>How to begin, in the words of the city (H-22).</summary>
    public IEnumerable<string> Script =>
        It.Rules.Profile.Templates.Where(t => t.Fits(Step.FollowUp, It.Appeal.Category))
            .Select(t => t.Filled(About.Address, It.Category.Name, It.Units.GetValueOrDefault(It.Appeal.Desk) ?? "", LocalTime.DayOf(clock.Now())));

    public string Lead => It.Appeal.Lead is { } lead ? It.Units.GetValueOrDefault(lead) ?? "" : "";

    public bool CanRecord => It.Open.Contains(Step.FollowUp);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <summary>Shows the number; the reporter can read who looked, and what for.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult page)
        {
            return NotFound();
        }

        var opened = await open.RunAsync(Viewer, About.Id, OpeningPurpose.FollowUp, null, ct);
        if (opened.Problem is { } no)
        {
            Refuse(no);
            return page;
        }

        Person = opened.Value;
        return page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Kebab.Parse<CallOutcome>(Outcome ?? "") is not { } outcome)
        {
            Refuse(new Missing(nameof(Outcome)), nameof(Outcome));
            return await ShowAsync(ct);
        }

        var rated = outcome == CallOutcome.Reached ? new Rated(outcome, Attitude, Speed, Result, Solved, Words) : new Rated(outcome, Words: Words);
        var done = await record.RunAsync(Viewer, new(Id), Report is { } report ? new ReportId(report) : null, rated, Seen, Key, ct);
        if (done.Problem is NoSuchAppeal)
        {
            return NotFound();
        }

        if (done.Problem is { } no)
        {
            Changed = no as ChangedMeanwhile;
            Refuse(no, no is NotValid { Field: { Length: > 0 } field } ? char.ToUpperInvariant(field[0]) + field[1..] : "");
            return await ShowAsync(ct);
        }

        await ShowAsync(ct);
        TempData["Said"] = done.Value.Stage switch
        {
            Stage.Handling => Texts.Words.Say("desk.said.again", ("Unit", Lead)),
            Stage.Settled => Texts.Words.Say("desk.said.settled"),
            _ => Texts.Words.Say("desk.said.tried"),
        };
        return LocalRedirect("/followups");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var result = await read.RunAsync(Viewer, new(Id), ct);
        if (!result.Ok || !SeesFollowUps(result.Value.Appeal))
        {
            return NotFound();
        }

        It = result.Value;
        Seen = It.Seen;
        ModelState.Remove(nameof(Seen));
        return Page();
    }

    // Whoever handled it does not stand at the desk: its page is for those who ask and those who answer for them.
    private bool SeesFollowUps(Appeal appeal) => Viewer.May(Permission.SeeFollowUps, appeal.Path, appeal.Orders.Select(o => o.Unit), appeal.Category);
}
