using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The centre names units beside the lead.</summary>
public sealed class AddCoUnits(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, IReadOnlyList<TaskNamed>? tasks, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => Tasks.Of(tasks, d) is var made && made.Problem is { } no ? no : d.Appeal.AddCo(made.Value, d.Hand, d.Rules), ct);
}
