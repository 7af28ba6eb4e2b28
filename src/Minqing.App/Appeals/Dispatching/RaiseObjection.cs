using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The unit disputes that it is its duty.</summary>
public sealed class RaiseObjection(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReturnReason reason, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Arbiter is { } centre ? d.Appeal.RaiseObjection(reason, why.Value, centre, d.Hand, d.Rules) : new NoLevelAbove(), ct);
}
