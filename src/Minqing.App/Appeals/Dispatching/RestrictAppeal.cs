using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Keeps an appeal to few, or opens it to its area again.</summary>
public sealed class RestrictAppeal(Acting acting)
{
    /// <param name="disclosure">It tells of officials' misconduct: from now on the unit for that has it, and nobody else.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, bool sensitive, bool disclosure, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.Restrict(sensitive, why.Value, disclosure ? d.Keeper : null, d.Case.Reports, d.Hand, d.Rules, d.KeepersChecker), ct);
}
