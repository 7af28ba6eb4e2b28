using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Timing;

/// <summary>Time goes on before the day named.</summary>
public sealed class ResumeAppeal(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.Resume(Writing.Optional(words), d.Hand, d.Rules), ct);
}
