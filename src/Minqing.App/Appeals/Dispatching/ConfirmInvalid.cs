using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The second person agrees that it is no appeal.</summary>
public sealed class ConfirmInvalid(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.ConfirmInvalid(d.Case.Reports, d.Hand, d.Rules), ct);
}
