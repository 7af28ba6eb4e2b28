using Minqing.App.Appeals.Dispatching;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>The centre decides who does what went back and forth.</summary>
public sealed class DecideLead(Acting acting)
{
    /// <param name="level">The level whose unit shall do it.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int level, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => LeadUnits.At(d.Where, d.Rules.Profile, level) is { } lead ? d.Appeal.Decide(lead, why.Value, d.Hand, d.Rules) : new NoSuchLevel(), ct);
}
