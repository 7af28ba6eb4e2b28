using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Sends it on to the second stage.</summary>
public sealed class PassOnAppeal(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.SecondStage is { } second ? d.Appeal.PassOn(second, why.Value, d.Hand, d.Rules) : new StepNotPossible(Step.PassOn, d.Appeal.Stage), ct);
}
