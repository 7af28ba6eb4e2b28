using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Handling;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>Every step of staff in an appeal: the same use cases as the pages. What decides a step must be said: nothing has a default.</summary>
internal static class StepsApi
{
    private const string RetryKey = "Idempotency-Key";

    public static void Map(IEndpointRouteBuilder appeal)
    {
        appeal.MapPost("first-contact", TakeAsync).WithSummary("Become the first responsible.");
        appeal.MapPost("calls", CallAsync).WithSummary("Write down a call to the reporter. The same Idempotency-Key again is the same call.");
        appeal.MapPost("messages", MessageAsync).WithSummary("Write to the reporter.");
        appeal.MapPost("notes", NoteAsync).WithSummary("Write a note among those who handle.");
        appeal.MapPost("signature", SignAsync).WithSummary("Sign for the order.");
        appeal.MapPost("raisings", RaiseAsync).WithSummary("Send it up.");
        appeal.MapPost("acceptance", AcceptAsync).WithSummary("Take what was sent up.");
        appeal.MapPost("returns", SendBackAsync).WithSummary("Send it back down.");
        appeal.MapPost("rulings", DecideAsync).WithSummary("Decide who does it.");
        appeal.MapPost("results", FinishAsync).WithSummary("Hand in the result.");
        appeal.MapPost("proofs", ProveAsync).WithSummary("Prove a promise.");
        appeal.MapPost("approvals", PassAsync).WithSummary("The check accepts the result.");
        appeal.MapPost("rejections", RejectAsync).WithSummary("The check refuses the result.");
        appeal.MapPost("follow-ups", FollowUpAsync).WithSummary("What came of asking the reporter. The same Idempotency-Key again is the same asking.");
        appeal.MapPost("classifications", ReclassifyAsync).WithSummary("Change category, grade or urgency.");
        CourseApi.Map(appeal);
    }

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> TakeAsync(Guid id, TakeRequest r, SignedIn who, TakeAppeal take, CancellationToken ct) =>
        Done(await take.RunAsync(who.Viewer, new(id), About(r.Report), r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> CallAsync(Guid id, CallRequest r, [FromHeader(Name = RetryKey)] string? key, SignedIn who, RecordCall call, CancellationToken ct) =>
        Done(r.Outcome is { } outcome ? await call.RunAsync(who.Viewer, new(id), About(r.Report), outcome, r.Said, r.Seen, key, ct) : new Missing("outcome"));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> MessageAsync(Guid id, WordsRequest r, SignedIn who, MessageReporter message, CancellationToken ct) =>
        Done(await message.RunAsync(who.Viewer, new(id), About(r.Report), r.Text, r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> NoteAsync(Guid id, WordsRequest r, SignedIn who, WriteNote note, CancellationToken ct) =>
        Done(await note.RunAsync(who.Viewer, new(id), r.Text, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> SignAsync(Guid id, PlainRequest r, SignedIn who, SignOrder sign, CancellationToken ct) =>
        Done(await sign.RunAsync(who.Viewer, new(id), r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> RaiseAsync(Guid id, RaiseRequest r, SignedIn who, RaiseAppeal raise, CancellationToken ct) =>
        Done(await raise.RunAsync(who.Viewer, new(id), r.Reason, r.Tried, r.Level, r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> AcceptAsync(Guid id, PlainRequest r, SignedIn who, AcceptRaised accept, CancellationToken ct) =>
        Done(await accept.RunAsync(who.Viewer, new(id), r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> SendBackAsync(Guid id, SendBackRequest r, SignedIn who, SendBack send, CancellationToken ct) =>
        Done(await send.RunAsync(who.Viewer, new(id), r.Reason, r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> DecideAsync(Guid id, DecideRequest r, SignedIn who, DecideLead decide, CancellationToken ct) =>
        Done(r.Unit is { } unit ? await decide.RunAsync(who.Viewer, new(id), unit, r.Reason, r.Seen, ct)
            : r.Level is { } level ? await decide.RunAsync(who.Viewer, new(id), level, r.Reason, r.Seen, ct) : new Missing("level"));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> FinishAsync(Guid id, FinishRequest r, SignedIn who, FinishAppeal finish, CancellationToken ct) =>
        Done(r.Outcome is { } outcome ? await finish.RunAsync(who.Viewer, new(id), r.As(outcome), r.Seen, ct) : new Missing("outcome"));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> ProveAsync(Guid id, ProofRequest r, SignedIn who, ProvePromise prove, CancellationToken ct) =>
        Done(await prove.RunAsync(who.Viewer, new(id), r.Proof, r.Evidence, r.Unshown, r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> PassAsync(Guid id, PassRequest r, SignedIn who, PassCheck pass, CancellationToken ct) =>
        Done(await pass.RunAsync(who.Viewer, new(id), r.Verified, Evaluating.Of(r.Rating, r.Words), r.Seen, ct));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> RejectAsync(Guid id, RejectRequest r, SignedIn who, RejectResult reject, CancellationToken ct) =>
        Done(r.Kind is { } kind ? await reject.RunAsync(who.Viewer, new(id), kind, r.Sentence, r.Reason, Evaluating.Of(r.Rating, r.Words), r.Seen, ct) : new Missing("kind"));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> FollowUpAsync(Guid id, FollowUpRequest r, [FromHeader(Name = RetryKey)] string? key, SignedIn who, RecordFollowUp follow, CancellationToken ct) =>
        Done(r.Outcome is { } outcome ? await follow.RunAsync(who.Viewer, new(id), r.Report is { } report ? new ReportId(report) : null, r.As(outcome), r.Seen, key, ct) : new Missing("outcome"));

    private static async Task<Results<Ok<DoneBody>, ProblemHttpResult>> ReclassifyAsync(Guid id, ReclassifyRequest r, SignedIn who, ReclassifyAppeal reclassify, CancellationToken ct) =>
        Done(await reclassify.RunAsync(who.Viewer, new(id), r.CategoryCode, r.Grade, r.Urgency, r.Reason, r.Seen, ct));

    private static ReportId? About(Guid? report) => report is { } id ? new(id) : null;

    private static Results<Ok<DoneBody>, ProblemHttpResult> Done(Result<StepDone> result) => result.ToHttp(DoneBody.Of);
}
