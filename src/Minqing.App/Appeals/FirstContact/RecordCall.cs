using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.FirstContact;

/// <summary>Writes down a call to the reporter and what came of it.</summary>
public sealed class RecordCall(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, CallOutcome outcome, string? said, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, null, outcome, said, seen, ct);

    /// <param name="report">Which of its reporters, where there are several; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, CallOutcome outcome, string? said, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, report, outcome, said, seen, null, ct);

    /// <param name="key">Made by the sender: what is sent twice is one attempt.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, CallOutcome outcome, string? said, string? seen, string? key, CancellationToken ct)
    {
        var words = Writing.Optional(said);
        return acting.AsStaffAsync(viewer, id, seen, d => d.Report.RecordCall(d.Appeal, outcome, words, d.Hand, d.Rules), ct, report, Sending.Of(viewer, key, Step.RecordCall, outcome.Name(), said));
    }
}
