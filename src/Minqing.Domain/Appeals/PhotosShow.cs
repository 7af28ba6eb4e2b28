using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>What the photos of a matter show besides what is on them.</summary>
/// <param name="Before">Whether one shows how it was before: from the reporter, a visit or a unit beside the lead.</param>
/// <param name="Taken">Where those of the result were taken, of those that say it.</param>
/// <param name="Unshown">Why that cannot be shown, as with a camera that knows no position.</param>
public sealed record PhotosShow(bool Before, IReadOnlyList<Point> Taken, Written? Unshown);
