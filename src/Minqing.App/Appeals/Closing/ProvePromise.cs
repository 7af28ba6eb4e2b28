using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>The lead proves a promise before its date.</summary>
public sealed class ProvePromise(Acting acting, Evidence photos)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? proof, IReadOnlyList<Guid>? evidence, string? seen, CancellationToken ct) =>
        Writing.Required(proof, "proof") is var words && words.Problem is { } no
            ? no
            : await acting.AsStaffAsync(
                viewer, id, seen,
                async d => await photos.OfAsync(evidence, d, ct) is var shown && shown.Problem is { } refused
                    ? refused
                    : d.Appeal.ProvePromise(words.Value, shown.Value, d.Checker, d.Hand, d.Rules),
                ct);
}
