using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>What came of it outside the platform.</summary>
public sealed class RecordOutsideAnswer(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, int? order, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var what && what.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.RecordAnswer(order, what.Value, d.Hand, d.Rules), ct);
}
