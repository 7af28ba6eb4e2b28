using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The second person does not agree: it goes on.</summary>
public sealed class KeepValid(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.KeepValid(why.Value, d.Hand, d.Rules), ct);
}
