using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>The lead proves a promise before its date.</summary>
public sealed class ProvePromise(Acting acting, Evidence photos)
{
    /// <param name="unshown">Why the photos do not show all that the category wants.</param>
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? proof, IReadOnlyList<Guid>? evidence, string? unshown, string? seen, CancellationToken ct) =>
        Writing.Required(proof, "proof") is var words && words.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => ProveAsync(d, words.Value, evidence, unshown, ct), ct);

    private async Task<Problem?> ProveAsync(Deed d, Written proof, IReadOnlyList<Guid>? evidence, string? unshown, CancellationToken ct)
    {
        var bound = await photos.BoundAsync(evidence, d, ct);
        if (bound.Problem is { } unfit)
        {
            return unfit;
        }

        var shown = await photos.ShownAsync(bound.Value, unshown, d, ct);
        return shown.Problem ?? d.Appeal.ProvePromise(proof, [.. bound.Value.Select(p => p.Ref)], d.Checker, d.Hand, d.Rules, shown.Value);
    }
}
