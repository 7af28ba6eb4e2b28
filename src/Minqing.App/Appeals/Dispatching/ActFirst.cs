using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>A fallback unit works while it is being ruled who must.</summary>
public sealed class ActFirst(Acting acting)
{
    /// <param name="reason">Why a village, where it is a department's work; the village reads it with its task.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, TaskNamed task, string? reason, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(
            viewer, id, seen,
            d => Tasks.Of([With(task, reason)], d) is var made && made.Problem is { } no ? no
                : PushedDown.Refused(d, made.Value[0].To, reason) ?? d.Appeal.ActFirst(made.Value[0], d.Hand, d.Rules), ct);

    private static TaskNamed With(TaskNamed task, string? reason) =>
        string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(task.Requirement) ? task : task with { Requirement = $"{task.Requirement}\n{reason}" };
}
