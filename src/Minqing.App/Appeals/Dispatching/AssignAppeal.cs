using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Gives an appeal to the unit that must solve it, and names those beside it.</summary>
public sealed class AssignAppeal(Acting acting, MinqingDb db)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Assignment a, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => AssignAsync(a, d, ct), ct);

    private async Task<Problem?> AssignAsync(Assignment a, Deed d, CancellationToken ct)
    {
        var beside = Tasks.Of(a.Beside, d);
        var lead = Lead(a, d);
        var judges = await db.JudgesAsync(d.Appeal, d.Where, d.Rules, d.Hand.At, ct);
        return lead.Problem
            ?? beside.Problem
            ?? PushedDown.Refused(d, lead.Value, a.Requirement)
            ?? d.Appeal.Assign(lead.Value, Writing.Optional(a.Requirement), beside.Value, [.. judges.Select(j => j.Id)], d.Hand, d.Rules);
    }

    // What went to the second stage is handled at its level, whoever leads.
    private static Result<LevelUnit> Lead(Assignment a, Deed d) =>
        d.Addressing.To(new(a.Lead)) is var to && to.Ok && d is { Appeal.Stage: Stage.Dispatching, SecondStage.Level: var second } && second > to.Value.Level ? to.Value with { Level = second } : to;
}

/// <summary>Who leads, what is asked of it, who works beside it.</summary>
public sealed record Assignment(Guid Lead, string? Requirement, IReadOnlyList<TaskNamed>? Beside = null);
