using Minqing.App.Appeals.Closing;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>A unit beside the lead says what it has done.</summary>
public sealed class ReportAsCo(Acting acting, Evidence photos)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, IReadOnlyList<Guid>? evidence, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var done && done.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, async d => await photos.OfAsync(evidence, d, ct) is var shown && shown.Problem is { } refused ? refused : d.Appeal.ReportAsCo(done.Value, shown.Value, d.Hand, d.Rules), ct);
}
