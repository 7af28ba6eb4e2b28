using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Timing;

/// <summary>Time stands still for a listed reason, until a day at the latest.</summary>
public sealed class SuspendAppeal(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, SuspendReason reason, DateOnly until, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.Suspend(reason, until, why.Value, d.Hand, d.Rules), ct);
}
