using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Handling;

/// <summary>Somebody above or beside urges whoever has it.</summary>
public sealed class UrgeUnit(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? words, string? seen, CancellationToken ct) =>
        Writing.Required(words, "words") is var what && what.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.UrgeUnit(what.Value, d.Hand, d.Rules), ct);
}
