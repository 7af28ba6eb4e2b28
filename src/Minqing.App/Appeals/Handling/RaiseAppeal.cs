using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>Sends an appeal up: why, and what was tried.</summary>
public sealed class RaiseAppeal(Acting acting)
{
    /// <param name="level">Straight to a higher level where the category allows it; null for the next one.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? reason, string? tried, int? level, string? seen, CancellationToken ct)
    {
        var (why, what) = (Writing.Required(reason, "reason"), Writing.Required(tried, "tried"));
        return (why.Problem ?? what.Problem) is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.UpTo(level) is { } to ? d.Appeal.Raise(to, d.SkippedTo(to), why.Value, what.Value, d.Case.Reports, d.Hand, d.Rules) : level is null ? new NoLevelAbove() : new NoSuchLevel(), ct);
    }
}
