using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;

namespace Minqing.Web.Staff;

/// <summary>One step of one appeal: its form, and taking it.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = 128 << 20)]
public sealed class DoModel(ReadAppeal read, CaseMedia media, StepTaking steps, FormMedia photos, TimeProvider clock) : AppealPage(read, media, clock)
{
    public Step Step { get; private set; }

    [BindProperty]
    public StepForm Form { get; set; } = new();

    [BindProperty]
    public CourseForm Course { get; set; } = new();

    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Made once for each form: the same photo in it again is the same upload.</summary>
    [BindProperty]
    public string? Key { get; set; } = Guid.NewGuid().ToString("N");

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>Who reported, once opened for this call.</summary>
    public Identity? Person { get; private set; }

    /// <summary>How many units can be named at once.</summary>
    public const int TaskRows = 4;

    /// <summary>The units that serve the place; where it is given to one, those that may be; for a way out of the platform those outside it and the deputies' committee, where there are any.</summary>
    public IReadOnlyList<ServingUnit> Units => Step is Step.Assign or Step.Transfer or Step.Decide or Step.AddCo or Step.ActFirst ? AddresseesOf(It.View, Viewer)
        : UnitsOf(It.View) is var all && Step == Step.Refer && all.Any(AnswersOutside) ? [.. all.Where(AnswersOutside)] : all;

    /// <summary>What is asked; which limit only where there is a choice.</summary>
    public IEnumerable<StepField> Fields => StepFields.Of(Step).Where(f => f.Choice != typeof(LimitAsked) || It.Appeal.MayBeLengthened(It.View.Rules));

    /// <summary>Where the form was opened, if not on the appeal.</summary>
    [BindProperty]
    public string? Back { get; set; }

    /// <summary>The posts that answer for the place.</summary>
    public IReadOnlyList<ChainPost> Posts => [.. It.View.Where.Chain.Links.SelectMany(l => l.Posts).DistinctBy(p => p.Id)];

    /// <summary>The open orders beside the lead's.</summary>
    public IReadOnlyList<WorkOrder> Beside => [.. It.Appeal.Orders.Where(o => o.Open && (o.Beside || o.Role == OrderRole.External))];

    public IReadOnlyList<ReplyTemplate> Templates => [.. It.View.Rules.Profile.RepliesFor(Step, It.Appeal.Category, It.View.Where.Codes)];

    public string[] Sentences => (It.Text(It.Handed?.Result) ?? "").Split(['。', '！', '？', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public async Task<IActionResult> OnGetAsync(string step, CancellationToken ct) =>
        Knows(step) && await LoadAsync(ct) ? NextStep.May(It.View, Step) ? Page() : Redirect(It.Href) : NotFound();

    public async Task<IActionResult> OnPostAsync(string step, CancellationToken ct)
    {
        if (!Knows(step))
        {
            return NotFound();
        }

        var stored = await photos.StoreAsync(Key ?? "", Photos, new MediaLimits(), ct);
        if (stored.Problem is { } refused)
        {
            return await AgainAsync(refused, ct);
        }

        // What is up already is not sent again with the next try.
        Form.Attachments = Course.Attachments = [.. Form.Attachments.Union(stored.Value)];
        if ((await steps.RunAsync(Step, Viewer, new(Id), Form, Course, Seen, ct, Report is { } report ? new ReportId(report) : null, Key)).Problem is { } problem)
        {
            return problem is NotFound ? NotFound() : await AgainAsync(problem, ct);
        }

        TempData["Said"] = StaffWords.Done(Step);
        return Redirect(Back == "dispatch" ? "/dispatch" : Step == Step.Take ? $"/appeals/{Id}/record-call{(Report is { } taken ? $"?report={taken}" : "")}" : $"/appeals/{Id}");
    }

    /// <summary>Shows the number, for the call about to be made. The reporter can see that it was.</summary>
    public async Task<IActionResult> OnPostOpenAsync(string step, [FromServices] OpenIdentity open, CancellationToken ct)
    {
        if (!Knows(step) || !await LoadAsync(ct))
        {
            return NotFound();
        }

        var first = It.View.Report.Clocks.Any(c => c.Kind == ClockKind.FirstCall && c.Runs);
        var opened = await open.RunAsync(Viewer, It.View.Report.Id, first ? OpeningPurpose.FirstCall : OpeningPurpose.Handling, null, ct);
        if (opened.Problem is { } problem)
        {
            return await AgainAsync(problem, ct);
        }

        Person = opened.Value;
        return Page();
    }

    /// <summary>Fills a template into the form, where scripts are off.</summary>
    public async Task<IActionResult> OnPostFillAsync(string step, string? template, CancellationToken ct)
    {
        if (!Knows(step) || !await LoadAsync(ct))
        {
            return NotFound();
        }

        if (!NextStep.May(It.View, Step))
        {
            return Redirect(It.Href);
        }

        ModelState.Clear();
        if (Templates.FirstOrDefault(t => t.Id == template) is { } chosen)
        {
            Fill(It.Fill(chosen));
        }

        return Page();
    }

    // A switch over properties: each step's template goes into its own field.
    private void Fill(string words)
    {
        string Added(string? before) => string.IsNullOrWhiteSpace(before) ? words : $"{before}\n{words}";
        (Form.Said, Form.Result, Form.Reason, Form.Message) = Step switch
        {
            Step.RecordCall => (Added(Form.Said), Form.Result, Form.Reason, Form.Message),
            Step.Finish => (Form.Said, Added(Form.Result), Form.Reason, Form.Message),
            Step.Message => (Form.Said, Form.Result, Form.Reason, Added(Form.Message)),
            _ => (Form.Said, Form.Result, Added(Form.Reason), Form.Message),
        };
    }

    /// <summary>Who should have it, where a lead is chosen.</summary>
    public Suggestion? Suggestion => Step is Step.Assign or Step.Transfer or Step.Decide ? Suggestion.Of(It.View.Where, It.View.Rules.Profile, It.Appeal) : null;

    /// <summary>The unit that is chosen before anybody chose: the one of the duty list; for a first dispatch also that of the place.</summary>
    public Guid? Suggested(string field) =>
        field == "unit" && Suggestion is { Lead: { } lead } suggestion && (suggestion.ByDuty || Step == Step.Assign) && (Step == Step.Assign || lead.Id != It.Appeal.Lead) ? lead.Id.Value : null;

    /// <summary>What a field holds before anybody typed: of a report to be split, all that was said.</summary>
    public string? Prefilled(string field) => Step == Step.Split && field == "words" ? It.Part.Words : null;

    /// <summary>The units that serve the place, lowest level first, without whom the appeal is about.</summary>
    internal static IReadOnlyList<ServingUnit> UnitsOf(AppealView view) =>
        [.. view.Where.Units.Where(u => !view.Appeal.Targets.Any(t => t.IsOrIsWithin(u.Id))).OrderBy(u => u.Level).ThenBy(u => u.Name, StringComparer.Ordinal)];

    /// <summary>Those of them that whoever looks may give it to.</summary>
    internal static IReadOnlyList<ServingUnit> AddresseesOf(AppealView view, Viewer viewer) =>
        [.. UnitsOf(view).Where(new Addressing(view.Where, view.Rules.Profile, viewer.Posts, view.Appeal).May)];

    private static bool AnswersOutside(ServingUnit unit) => unit.Kind is UnitKind.Outside or UnitKind.DeputyCommittee;

    // A department's work may go to a village for a reason: where it is given, that stands in the requirement.
    protected override string FieldOf(Problem problem) => (problem, Step) switch
    {
        (DepartmentsWork, Step.Assign) => "words",
        (DepartmentsWork, _) => "reason",
        (NotAddressable, Step.AddCo) => "tasks",
        (NotAddressable, _) => "unit",
        (ExtensionTooLong, _) => "days",
        (NotValid { Field: "units" }, _) => "tasks",
        _ => base.FieldOf(problem),
    };

    private bool Knows(string step)
    {
        var known = Kebab.Parse<Step>(step);
        Step = known ?? Step.Receive;
        return known is not null;
    }
}
