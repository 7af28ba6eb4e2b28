using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>The one big next step for this viewer, and what else they can do now.</summary>
/// <param name="Main">Null when nothing waits for them.</param>
/// <param name="Waits">Why nothing waits for them, in words.</param>
/// <param name="About">The report that the step is about, where there are several.</param>
public sealed record NextStep(Step? Main, IReadOnlyList<Step> Others, string? Waits, ReportId About)
{
    private static readonly Step[] Offered =
    [
        Step.Message, Step.Finish, Step.Raise, Step.SendBack, Step.Decide, Step.ProvePromise, Step.ReportAsCo, Step.ReportIn, Step.Assign, Step.PassOn, Step.Triage,
        Step.GrantExtension, Step.RefuseExtension, Step.ConfirmInvalid, Step.KeepValid, Step.AgreePurge, Step.RefusePurge, Step.UrgeCo, Step.Whistle, Step.Visit, Step.RaiseObjection, Step.AskExtension,
        Step.AddCo, Step.ReleaseCo, Step.Transfer, Step.ActFirst, Step.Refer, Step.RecordAnswer, Step.Suspend, Step.Resume, Step.ProposeInvalid, Step.Decline,
        Step.Merge, Step.Unmerge, Step.Split, Step.JoinEvent, Step.NameTarget, Step.Restrict, Step.SampleReopen, Step.RateHandling, Step.UrgeUnit, Step.Reclassify, Step.Note,
    ];

    private const int UsualAtMost = 4;

    private static readonly Step[] Common =
    [
        Step.Message, Step.Finish, Step.Raise, Step.SendBack, Step.Decide, Step.ProvePromise, Step.ReportAsCo, Step.ReportIn, Step.Assign, Step.PassOn, Step.Triage,
        Step.GrantExtension, Step.RefuseExtension, Step.ConfirmInvalid, Step.KeepValid, Step.AgreePurge, Step.RefusePurge, Step.Transfer, Step.AddCo, Step.UrgeUnit, Step.Note,
    ];

    /// <summary>What is done nearly every time; the page shows it at once.</summary>
    public IReadOnlyList<Step> Usual => [.. Others.Where(Common.Contains).Take(UsualAtMost)];

    /// <summary>All else, folded, under what it is for.</summary>
    public IEnumerable<IGrouping<string, Step>> Rare => Others.Except(Usual).GroupBy(s => Words.Say($"staff.steps.{GroupOf(s)}"));

    public static NextStep Of(AppealView view, Viewer viewer)
    {
        view = Nearest(view, viewer);
        var main = Chosen(view, viewer);
        return new(main, [.. Offered.Where(s => s != main && May(view, s) && (s != Step.ReleaseCo || CourseOpen.OneIsLate(view)))], main is null && (!view.Appeal.Ended || view.Appeal.Stage == Stage.Merged) ? Waiting(view) : null, view.Report.Id);
    }

    /// <summary>Whether the flow and the case as it stands let the viewer do it.</summary>
    public static bool May(AppealView view, Step step) => view.OpenOf[view.Report.Id].Contains(step) && step switch
    {
        Step.Take => view.Report is { TakenAt: null, Desk: null } && Calling(view.Report),
        Step.RecordCall => view.Report is { HasPhone: true, WithdrawnAt: null },
        Step.Sign => view.Own.Any(o => o.State == OrderState.Issued),
        Step.Finish => Upper(view) is null && Lead(view) is { State: not OrderState.Issued },
        Step.Raise => Upper(view) is null && Lead(view) is { Ruled: false } && Above(view).Count > 0,
        Step.SendBack or Step.AcceptRaised => Upper(view) is { ToRule: false },
        Step.Decide => Upper(view) is { ToRule: true },
        Step.ProvePromise => view.Appeal.Clocks.Any(c => c.Kind == ClockKind.Promise && c.Runs),
        _ => CourseOpen.Fits(view, step),
    };

    /// <summary>The levels to which it can be sent up from here, lowest first.</summary>
    public static IReadOnlyList<HandlingLevel> Above(AppealView view)
    {
        var served = view.Rules.Profile.Levels.Where(l => l.No > view.Appeal.Level && view.Where.Units.Any(u => u.Kind == l.Unit && u.Level == l.Region)).OrderBy(l => l.No).ToList();
        return [.. served.Where((l, i) => i == 0 || l.No <= view.Category.SkipTo)];
    }

    // Every reporter is called: whoever of them waits for this viewer comes first.
    private static AppealView Nearest(AppealView view, Viewer viewer)
    {
        var waiting = view.Case.Reports.Where(r => r.WithdrawnAt is null && !r.ContactProven(view.Rules.Profile.FirstContact)).Select(r => view with { About = r.Id }).ToList();
        return view.About is not null ? view : waiting.FirstOrDefault(v => Chosen(v, viewer) is Step.Take or Step.RecordCall or Step.Message) ?? waiting.FirstOrDefault() ?? view;
    }

    private static Step? Chosen(AppealView view, Viewer viewer)
    {
        var report = view.Report;
        var mine = report.TakenByPerson == viewer.Person || report.Desk is not null;
        Step? call = May(view, Step.RecordCall) ? Step.RecordCall : May(view, Step.Message) && !report.HasPhone ? Step.Message : null;
        return May(view, Step.Take) ? Step.Take
            : Calling(report) && mine && call is not null ? call
            : new Step?[] { Step.Decide, Step.AcceptRaised, Step.Sign }.FirstOrDefault(s => May(view, s!.Value)) is { } first ? first
            : May(view, Step.Finish) ? view.Case.Reports.All(r => r.WithdrawnAt is not null || r.ContactProven(view.Rules.Profile.FirstContact)) || call is null ? Step.Finish : call
            : May(view, Step.Triage) && view.Unjudged.Any(u => viewer.Posts.Any(p => p.Unit == u.Id)) ? Step.Triage
            : new Step?[] { Step.PassCheck, Step.ProvePromise, Step.ReportAsCo, Step.ReportIn, Step.Assign, Step.GrantExtension }.FirstOrDefault(s => May(view, s!.Value));
    }

    private static string Waiting(AppealView view) => (view.Appeal.Stage, view.Report) switch
    {
        (Stage.Dispatching, _) when view.Unjudged is { Count: > 0 } units => Words.Say("staff.waits.to-judge", ("Units", units.Select(u => u.Name))),
        (Stage.Screening or Stage.Dispatching, _) => Words.Say("staff.waits.to-dispatch"),
        (Stage.Merged, _) => Words.Say("staff.waits.merged"),
        (Stage.Checking, _) when view.MayNotCheck is { } own => ProblemWords.Of(own).Shown,
        (Stage.Checking, _) => Words.Say("staff.waits.checking"),
        (Stage.FollowingUp, _) => Words.Say("staff.waits.following-up"),
        (Stage.Handling, _) when Upper(view) is { ToRule: true } ruling && view.Units.GetValueOrDefault(ruling.Unit) is { } centre => Words.Say("staff.waits.to-rule", ("Unit", centre)),
        (Stage.Handling, _) when Upper(view) is not null => Words.Say("staff.waits.raised"),
        (Stage.Handling, { Desk: not null } report) when Calling(report) => Words.Say("staff.waits.kept"),
        (Stage.Handling, { TakenAt: { } at } report) when Calling(report) => Words.Say("staff.waits.taken", ("Role", StaffWords.Role(report.TakenByRole)), ("At", at)),
        (Stage.Handling, _) when Lead(view) is { } order && view.Units.GetValueOrDefault(order.Unit) is { } unit => Words.Say("staff.waits.lead", ("Unit", unit), ("At", order.IssuedAt)),
        _ => Words.Say("staff.waits.nothing"),
    };

    private static string GroupOf(Step step) => step switch
    {
        Step.UrgeCo or Step.Whistle or Step.AddCo or Step.ReleaseCo or Step.Visit or Step.ActFirst or Step.ReportAsCo or Step.ReportIn => "together",
        Step.AskExtension or Step.GrantExtension or Step.RefuseExtension or Step.Suspend or Step.Resume => "time",
        Step.RaiseObjection or Step.Transfer or Step.Raise or Step.SendBack or Step.Decide or Step.PassOn or Step.Refer or Step.RecordAnswer => "whose",
        Step.ProposeInvalid or Step.ConfirmInvalid or Step.KeepValid or Step.Decline or Step.AgreePurge or Step.RefusePurge => "valid",
        Step.UrgeUnit or Step.RateHandling or Step.SampleReopen => "above",
        _ => "more",
    };

    private static bool Calling(Report report) => report.WithdrawnAt is null && report.Clocks.Any(c => c.Kind == ClockKind.FirstCall && c.Runs);

    private static WorkOrder? Lead(AppealView view) => view.Appeal.Orders.LastOrDefault(o => o is { Role: OrderRole.Lead, Open: true });

    private static WorkOrder? Upper(AppealView view) => view.Appeal.Orders.LastOrDefault(o => o is { Role: OrderRole.Upper, Open: true });
}
