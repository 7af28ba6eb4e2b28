using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Gives an appeal to the unit that must solve it, and names those beside it.</summary>
public sealed class AssignAppeal(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Assignment a, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => Assign(a, d), ct);

    private static Problem? Assign(Assignment a, Deed d)
    {
        var beside = Tasks.Of(a.Beside, d);
        var lead = Lead(a, d);
        return lead.Problem
            ?? beside.Problem
            ?? PushedDown.Refused(d, lead.Value, a.Requirement)
            ?? d.Appeal.Assign(lead.Value, Writing.Optional(a.Requirement), beside.Value, d.Rules.Profile.Screening?.Judges.Count ?? 0, d.Hand, d.Rules);
    }

    // What went to the second stage is handled at its level, whoever leads.
    private static Result<LevelUnit> Lead(Assignment a, Deed d) =>
        d.Addressing.To(new(a.Lead)) is var to && to.Ok && d is { Appeal.Stage: Stage.Dispatching, SecondStage.Level: var second } && second > to.Value.Level ? to.Value with { Level = second } : to;
}

/// <summary>Who leads, what is asked of it, who works beside it.</summary>
public sealed record Assignment(Guid Lead, string? Requirement, IReadOnlyList<TaskNamed>? Beside = null);
