using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Timing;

/// <summary>The level above grants the time asked for.</summary>
public sealed class GrantExtension(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.GrantExtension(Writing.Optional(words), d.Hand, d.Rules), ct);
}
