using Minqing.Domain.Kernel;

namespace Minqing.App.Regions.Changing;

/// <summary>A region stands elsewhere in the tree than before.</summary>
public sealed record RegionMove(RegionId Region, string From, string To);

/// <summary>Told of every move, within the transaction that makes it: what is open there goes along.</summary>
public delegate Task RegionsMoved(IReadOnlyList<RegionMove> moves, CancellationToken ct);
