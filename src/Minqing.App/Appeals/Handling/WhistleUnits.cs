using Minqing.App.Appeals.Dispatching;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>The lead calls departments to the place.</summary>
public sealed class WhistleUnits(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, IReadOnlyList<TaskNamed>? tasks, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => Tasks.Of(tasks, d, called: true) is var made && made.Problem is { } no ? no : d.Appeal.Whistle(made.Value, d.Hand, d.Rules), ct);
}
