using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Events;

/// <summary>One answer for everybody who reported it; each is told, and each report's journal says so.</summary>
public sealed class AnswerEvent(KeepEvent keep)
{
    public async Task<Result<MassEventId>> RunAsync(Viewer viewer, MassEventId id, string? words, CancellationToken ct) =>
        Writing.Required(words, "words") is var said && said.Problem is { } no ? no : await keep.TakeAsync(viewer, id, (it, by) => it.AnswerAll(said.Value, by), ct);
}
