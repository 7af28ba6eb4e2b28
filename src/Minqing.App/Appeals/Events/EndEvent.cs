using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Events;

/// <summary>The event is over: nothing joins it any more; what belongs to it is worked on to its end.</summary>
public sealed class EndEvent(KeepEvent keep)
{
    public Task<Result<MassEventId>> RunAsync(Viewer viewer, MassEventId id, CancellationToken ct) => keep.TakeAsync(viewer, id, (it, by) => it.End(by), ct);
}
