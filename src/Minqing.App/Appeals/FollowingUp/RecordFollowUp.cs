using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.FollowingUp;

/// <summary>The desk writes down what the reporter said, or that nobody answered.</summary>
public sealed class RecordFollowUp(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, Rated rated, string? seen, CancellationToken ct)
    {
        var answer = rated.AsAnswer();
        return acting.AsStaffAsync(viewer, id, seen, d => d.Report.FollowUp(d.Appeal, answer, d.Hand, d.Rules, d.Case.Others(d.Report), d.Above), ct, report);
    }
}
