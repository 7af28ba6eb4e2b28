using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Timing;

/// <summary>The level above refuses the time asked for.</summary>
public sealed class RefuseExtension(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.RefuseExtension(why.Value, d.Hand, d.Rules), ct);
}
