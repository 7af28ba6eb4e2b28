using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Closing;

/// <summary>The checking level accepts the result.</summary>
public sealed class PassCheck(Acting acting)
{
    /// <param name="verified">What it found to be so; null takes what was handed in.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Outcome? verified, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, verified, null, seen, ct);

    /// <param name="rated">How it rates the handling, where it does.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Outcome? verified, Evaluating? rated, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => Pass(verified, rated, d), ct);

    private static Problem? Pass(Outcome? verified, Evaluating? rated, Deed d)
    {
        var no = d.Appeal.PassCheck(verified ?? d.Appeal.Claimed ?? Outcome.Unsolved, d.Hand, d.Rules, rated?.AsEvaluation());
        if (no is null)
        {
            d.Appeal.SettleUnasked(d.Case.Reports, new(Actor.Platform, d.Hand.At));
        }

        return no;
    }
}
