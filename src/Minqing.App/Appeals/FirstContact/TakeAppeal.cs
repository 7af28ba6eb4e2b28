using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.FirstContact;

/// <summary>Becomes the first responsible of the first tier.</summary>
public sealed class TakeAppeal(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, null, seen, ct);

    /// <param name="report">Which of its reporters, where there are several; null for the first.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => d.Report.TakeFirstContact(d.Appeal, d.Hand, d.Rules), ct, report);
}
