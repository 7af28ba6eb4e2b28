using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>Whoever instructed, listed or checked it rates the handling.</summary>
public sealed class RateHandling(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int rating, string? words, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.RateHandling(rating, Writing.Optional(words), d.Hand, d.Rules), ct);
}
