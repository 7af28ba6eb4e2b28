using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Appeals.Timing;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>Takes a step of dispatching, coordinating, time or oversight by its use case: for the page and for the interface.</summary>
public sealed class CourseTaking(IServiceProvider uses)
{
    public Task<Result<StepDone>> RunAsync(Step step, Viewer viewer, AppealId id, CourseForm f, string? seen, CancellationToken ct) => step switch
    {
        Step.Assign => Needs(f.Unit, "unit", unit => Use<AssignAppeal>().RunAsync(viewer, id, new(unit, f.Words, f.Named), seen, ct)),
        Step.PassOn => Use<PassOnAppeal>().RunAsync(viewer, id, f.Reason, seen, ct),
        Step.Triage => Use<JudgeAppeal>().RunAsync(viewer, id, f.Scales, f.Words, seen, ct),
        Step.Decline => Needs(f.Route, "route", route => Use<DeclineAppeal>().RunAsync(viewer, id, new(route, f.Notice, f.Secret, f.Reason), seen, ct)),
        Step.ProposeInvalid => Needs(f.Invalid, "invalid", reason => Use<ProposeInvalid>().RunAsync(viewer, id, reason, f.Words, seen, ct)),
        Step.ConfirmInvalid => Use<ConfirmInvalid>().RunAsync(viewer, id, seen, ct),
        Step.KeepValid => Use<KeepValid>().RunAsync(viewer, id, f.Words, seen, ct),
        Step.AgreePurge => Use<AgreePurge>().RunAsync(viewer, id, f.Sure == true, seen, ct),
        Step.RefusePurge => Use<RefusePurge>().RunAsync(viewer, id, f.Words, seen, ct),
        Step.Restrict => Needs(f.Sensitive, "sensitive", sensitive => Use<RestrictAppeal>().RunAsync(viewer, id, sensitive, f.Disclosure == true, f.Reason, seen, ct)),
        Step.NameTarget => Use<NameTarget>().RunAsync(viewer, id, f.Unit, f.Post, seen, ct),
        Step.Transfer => Needs(f.Unit, "unit", unit => Use<TransferAppeal>().RunAsync(viewer, id, unit, f.Reason, seen, ct)),
        Step.RaiseObjection => Needs(f.Return, "return", reason => Use<RaiseObjection>().RunAsync(viewer, id, reason, f.Words, seen, ct)),
        Step.ActFirst => Needs(f.Unit, "unit", unit => Use<ActFirst>().RunAsync(viewer, id, new(unit, f.Words, f.Until), f.Reason, seen, ct)),
        Step.AddCo => Use<AddCoUnits>().RunAsync(viewer, id, f.Named, seen, ct),
        Step.Whistle => Use<WhistleUnits>().RunAsync(viewer, id, f.Named, seen, ct),
        Step.ReleaseCo => Needs(f.Order, "order", order => Use<ReleaseCo>().RunAsync(viewer, id, order, f.Reason, seen, ct)),
        Step.UrgeCo => Needs(f.Order, "order", order => Use<UrgeCo>().RunAsync(viewer, id, order, f.Words, seen, ct)),
        Step.ReportAsCo => Use<ReportAsCo>().RunAsync(viewer, id, f.Words, f.Attachments, seen, ct),
        Step.ReportIn => Use<ReportIn>().RunAsync(viewer, id, f.Words, f.Attachments, seen, ct),
        Step.Visit => Use<RecordVisit>().RunAsync(viewer, id, f.OnUtc, f.Present, f.Found, f.Attachments, seen, ct),
        Step.Refer => Needs(f.Way, "way", way => Use<ReferAppeal>().RunAsync(viewer, id, way, f.To, f.Unit, f.Notice, seen, ct)),
        Step.RecordAnswer => Use<RecordOutsideAnswer>().RunAsync(viewer, id, f.Order, f.Words, seen, ct),
        Step.UrgeUnit => Use<UrgeUnit>().RunAsync(viewer, id, f.Words, seen, ct),
        Step.AskExtension => Needs(f.Days, "days", days => Use<AskExtension>().RunAsync(viewer, id, days, f.Reason, f.Limit == LimitAsked.Law, seen, ct)),
        Step.GrantExtension => Use<GrantExtension>().RunAsync(viewer, id, f.Words, seen, ct),
        Step.RefuseExtension => Use<RefuseExtension>().RunAsync(viewer, id, f.Words, seen, ct),
        Step.Suspend => Needs(f.Suspend, "suspend", reason => Needs(f.Until, "until", until => Use<SuspendAppeal>().RunAsync(viewer, id, reason, until, f.Words, seen, ct))),
        Step.Resume => Use<ResumeAppeal>().RunAsync(viewer, id, f.Words, seen, ct),
        Step.SampleReopen => Use<SampleReopen>().RunAsync(viewer, id, f.Reason, seen, ct),
        Step.RateHandling => Needs(f.Rating, "rating", rating => Use<RateHandling>().RunAsync(viewer, id, rating, f.Words, seen, ct)),
        Step.Merge => Use<MergeAppeals>().RunAsync(viewer, id, f.Into, f.Number, seen, ct),
        Step.Unmerge => Use<UnmergeAppeal>().RunAsync(viewer, id, seen, ct),
        Step.JoinEvent => Use<JoinEvent>().RunAsync(viewer, id, f.Event is { } named ? new MassEventId(named) : null, seen, ct),
        Step.Split => Use<SplitAppeal>().RunAsync(viewer, id, f.Report is { } report ? new ReportId(report) : null, f.Words, f.CategoryCode, f.Media ?? [], seen, ct),
        _ => Task.FromResult<Result<StepDone>>(new Domain.Appeals.StepNotYours(step)),
    };

    private T Use<T>()
        where T : notnull => uses.GetRequiredService<T>();

    private static Task<Result<StepDone>> Needs<T>(T? value, string field, Func<T, Task<Result<StepDone>>> take)
        where T : struct => value is { } given ? take(given) : Task.FromResult<Result<StepDone>>(new Missing(field));
}
