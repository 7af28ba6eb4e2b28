using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Events;

/// <summary>The event is over: everything that is open of it closes with one answer, in one act; each reporter is told (H-29).</summary>
public sealed class CloseEvent(KeepEvent keep)
{
    public Task<Result<MassEventId>> RunAsync(Viewer viewer, MassEventId id, string? words, Outcome? outcome, CancellationToken ct) =>
        keep.TakeAsync(
            viewer, id,
            (it, by) => Writing.Required(words, "words") is var said && said.Problem is { } no ? no : outcome is { } what ? it.Close(said.Value, what, by) : new Missing("outcome"),
            ct);
}
