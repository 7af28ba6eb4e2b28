using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.FirstContact;

/// <summary>Writes down a call to the reporter and what came of it.</summary>
public sealed class RecordCall(Acting acting)
{
    /// <param name="report">Which of its reporters, where there are several; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, CallOutcome outcome, string? said, string? seen, CancellationToken ct, ReportId? report = null)
    {
        var words = Writing.Optional(said);
        return acting.AsStaffAsync(viewer, id, seen, d => d.Report.RecordCall(d.Appeal, outcome, words, d.Hand, d.Rules), ct, report);
    }
}
