using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Timing;

/// <summary>The lead asks for more time, in working days.</summary>
public sealed class AskExtension(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int days, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Granter is { } granter ? d.Appeal.AskExtension(days, why.Value, granter, d.Hand, d.Rules) : new NoLevelAbove(), ct);
}
