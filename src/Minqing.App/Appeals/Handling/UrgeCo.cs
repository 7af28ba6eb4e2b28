using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>The lead urges a unit beside it.</summary>
public sealed class UrgeCo(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int order, string? words, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.UrgeCo(order, Writing.Optional(words), d.Hand, d.Rules), ct);
}
