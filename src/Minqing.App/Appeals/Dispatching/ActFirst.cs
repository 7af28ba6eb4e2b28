using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>A fallback unit works while it is being ruled who must.</summary>
public sealed class ActFirst(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, TaskNamed task, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => Tasks.Of([task], d) is var made && made.Problem is { } no ? no : d.Appeal.ActFirst(made.Value[0], d.Hand, d.Rules), ct);
}
