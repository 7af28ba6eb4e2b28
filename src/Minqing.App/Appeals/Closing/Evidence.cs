using Minqing.App.Media;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>Makes uploaded photos the evidence of an appeal, in the save under way.</summary>
public sealed class Evidence(BindMedia bind)
{
    public async Task<Result<IReadOnlyList<MediaRef>>> OfAsync(IReadOnlyList<Guid>? ids, Deed deed, CancellationToken ct)
    {
        var bound = await BoundAsync(ids, deed, ct);
        return bound.Then<IReadOnlyList<MediaRef>>(list => [.. list.Select(m => m.Ref)]);
    }

    /// <summary>The same, with where and when they were taken.</summary>
    public Task<Result<IReadOnlyList<BoundMedia>>> BoundAsync(IReadOnlyList<Guid>? ids, Deed deed, CancellationToken ct) =>
        bind.RunAsync([.. (ids ?? []).Distinct().Select(id => new MediaId(id))], deed.Appeal.Subject, null, false, MediaLimits.Of(deed.Rules.Profile.Intake), ct);
}
