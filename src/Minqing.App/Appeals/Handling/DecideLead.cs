using Minqing.App.Appeals.Dispatching;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>The centre decides who does what went back and forth.</summary>
public sealed class DecideLead(Acting acting)
{
    /// <param name="level">The level whose unit shall do it.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int level, string? reason, string? seen, CancellationToken ct) =>
        DecideAsync(viewer, id, d => LeadUnits.At(d.Where, d.Rules.Profile, level) is { } lead ? lead : new NoSuchLevel(), reason, seen, ct);

    /// <param name="unit">Any unit that serves the place.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Guid unit, string? reason, string? seen, CancellationToken ct) =>
        DecideAsync(viewer, id, d => d.Addressing.To(new(unit)), reason, seen, ct);

    private Task<Result<StepDone>> DecideAsync(Viewer viewer, AppealId id, Func<Deed, Result<LevelUnit>> find, string? reason, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(
            viewer, id, seen,
            d => find(d) is var lead && lead.Problem is { } nobody ? nobody
                : PushedDown.Refused(d, lead.Value, reason)
                ?? (Writing.Required(reason, "reason") is var why && why.Problem is { } no ? no : d.Appeal.Decide(lead.Value, why.Value, d.Hand, d.Rules)), ct);
}
