using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Storage.Regions;

/// <summary>A region as it was on some day.</summary>
public sealed record RegionThen
{
    public RegionId Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public RegionLevel Level { get; init; }

    public RegionId? ParentId { get; init; }

    public required string Path { get; init; }
}
