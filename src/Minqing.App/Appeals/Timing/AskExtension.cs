using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Timing;

/// <summary>The lead asks for more time: for the city's own limit in working days, for that of the law in days.</summary>
public sealed class AskExtension(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int days, string? reason, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, days, reason, false, seen, ct);

    /// <param name="lawful">For the limit of the law.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int days, string? reason, bool lawful, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => (lawful ? d.LawfulGranter : d.Granter) is { } granter ? d.Appeal.AskExtension(days, why.Value, granter, d.Hand, d.Rules, lawful) : new NoLevelAbove(), ct);
}
