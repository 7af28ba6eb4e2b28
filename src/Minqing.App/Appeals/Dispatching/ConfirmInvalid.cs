using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The second person agrees that it is no appeal.</summary>
public sealed class ConfirmInvalid(Acting acting, ReportParts parts)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, async d => d.TakenAbove ? new TakenAbove() : await parts.EndAsync(d.Case, over => d.Appeal.ConfirmInvalid(over, d.Hand, d.Rules), ct), ct);
}
