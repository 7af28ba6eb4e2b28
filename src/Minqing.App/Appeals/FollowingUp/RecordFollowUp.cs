using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.FollowingUp;

/// <summary>The desk writes down what the reporter said, or that nobody answered.</summary>
public sealed class RecordFollowUp(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, Rated rated, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, report, rated, seen, null, ct);

    /// <param name="key">Made by the sender: what is sent twice is one attempt.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, Rated rated, string? seen, string? key, CancellationToken ct)
    {
        var answer = rated.AsAnswer();
        return acting.AsStaffAsync(
            viewer, id, seen, d => d.Report.FollowUp(d.Appeal, answer, d.Hand, d.Rules, d.Case.Others(d.Report), d.Above, d.Leader), ct, report, Sending.Of(viewer, key, Step.FollowUp, rated.ToString()));
    }
}
