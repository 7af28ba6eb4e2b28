using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>Takes the step of a form by its use case.</summary>
public sealed class StepTaking(IServiceProvider uses)
{
    public Task<Result<StepDone>> RunAsync(Step step, Viewer viewer, AppealId id, StepForm form, CourseForm course, string? seen, CancellationToken ct, ReportId? report = null, string? key = null) => step switch
    {
        Step.Take => Use<TakeAppeal>().RunAsync(viewer, id, report, seen, ct),
        Step.RecordCall => form.Call is { } call ? Use<RecordCall>().RunAsync(viewer, id, report, call, form.Said, seen, key, ct) : No(new Missing("call")),
        Step.Message => Use<MessageReporter>().RunAsync(viewer, id, report, form.Message, seen, ct),
        Step.Note => Use<WriteNote>().RunAsync(viewer, id, form.Note, ct),
        Step.Sign => Use<SignOrder>().RunAsync(viewer, id, seen, ct),
        Step.Raise => Use<RaiseAppeal>().RunAsync(viewer, id, form.Reason, form.Tried, form.Level, seen, ct),
        Step.AcceptRaised => Use<AcceptRaised>().RunAsync(viewer, id, seen, ct),
        Step.SendBack => Use<SendBack>().RunAsync(viewer, id, form.Reason, seen, ct),
        Step.Decide => course.Unit is { } unit ? Use<DecideLead>().RunAsync(viewer, id, unit, form.Reason, seen, ct)
            : form.Level is { } level ? Use<DecideLead>().RunAsync(viewer, id, level, form.Reason, seen, ct) : No(new Missing("unit")),
        Step.Finish => form.Outcome is { } outcome ? Use<FinishAppeal>().RunAsync(viewer, id, form.Finishing(outcome), seen, ct) : No(new Missing("outcome")),
        Step.ProvePromise => Use<ProvePromise>().RunAsync(viewer, id, form.Proof, form.Attachments, form.Unshown, seen, ct),
        Step.PassCheck => Use<PassCheck>().RunAsync(viewer, id, form.Outcome, Evaluating.Of(course.Rating, course.Words), seen, ct),
        Step.RejectResult => form.Kind is { } kind ? Use<RejectResult>().RunAsync(viewer, id, kind, form.Sentence, form.Reason, Evaluating.Of(course.Rating, course.Words), seen, ct) : No(new Missing("kind")),
        Step.Reclassify => Use<ReclassifyAppeal>().RunAsync(viewer, id, form.CategoryCode, form.Grade, form.Urgency, form.Reason, seen, ct),
        Step.Receive or Step.Supplement or Step.Urge or Step.Withdraw or Step.Rate or Step.AskReopen or Step.TellPressure
            or Step.FollowUp or Step.ClockWarned or Step.ClockMissed => No(new Domain.Appeals.StepNotYours(step)),
        Step.Assign or Step.PassOn or Step.Triage or Step.Decline or Step.ProposeInvalid or Step.ConfirmInvalid or Step.KeepValid or Step.AgreePurge or Step.RefusePurge or Step.Restrict or Step.NameTarget
            or Step.Transfer or Step.RaiseObjection or Step.ActFirst or Step.AddCo or Step.Whistle or Step.ReleaseCo or Step.UrgeCo or Step.ReportAsCo or Step.ReportIn
            or Step.Visit or Step.Refer or Step.RecordAnswer or Step.UrgeUnit or Step.AskExtension or Step.GrantExtension or Step.RefuseExtension or Step.Suspend
            or Step.Resume or Step.Merge or Step.Unmerge or Step.Split or Step.JoinEvent or Step.SampleReopen or Step.RateHandling => Use<CourseTaking>().RunAsync(step, viewer, id, course, seen, ct),
    };

    private T Use<T>()
        where T : notnull => uses.GetRequiredService<T>();

    private static Task<Result<StepDone>> No(Problem problem) => Task.FromResult<Result<StepDone>>(problem);
}
