using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>A post of the chain of responsibility with whoever holds it; nobody when <paramref name="Person"/> is null.</summary>
public sealed record ChainPost(PostId Id, Role Role, PostRank Rank, UnitId Unit, RegionId Region, PersonId? Person, string? Name, string? Phone)
{
    public bool Held => Person is not null;

    /// <summary>The categories it is limited to; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The holder for whom <see cref="Person"/> stands in now; null where nobody is away.</summary>
    public PersonId? Away { get; init; }

    /// <summary>Whether the holder can be texted where whoever stands in cannot.</summary>
    public bool AwayHasPhone { get; init; }

    /// <summary>Whether matters of this category are its own.</summary>
    public bool Serves(string category) => Categories.Count == 0 || Categories.Contains(category);
}
