using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The second person does not agree that it is destroyed: it stays as it is, before the eyes of few.</summary>
public sealed class RefusePurge(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.RefusePurge(why.Value, d.Hand, d.Rules), ct);
}
