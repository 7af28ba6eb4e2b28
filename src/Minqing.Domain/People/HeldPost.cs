using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>A post as far as it gives authority to whoever holds it now.</summary>
/// <param name="Categories">The categories it is limited to; empty for all.</param>
/// <param name="Tiers">The tiers of the chain that it acts for: its own, and vacant ones below that fall to it.</param>
public sealed record HeldPost(PostId Id, Role Role, UnitId Unit, RegionId Region, string Path, IReadOnlyList<string> Categories, IReadOnlyList<TierKey> Tiers)
{
    /// <summary>Whom the viewer stands in for; null where they hold it themselves.</summary>
    public PersonId? For { get; init; }

    /// <summary>The paths of then of what lies in its region today: what had ended there kept them (O-09).</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>The units whose place its unit took, and the place of those.</summary>
    public IReadOnlyList<UnitId> FormerUnits { get; init; } = [];

    /// <summary>Its unit, and those whose place it took.</summary>
    public IEnumerable<UnitId> Units => FormerUnits.Prepend(Unit);

    /// <summary>Whether matters of this category are its own.</summary>
    public bool Serves(string category) => Categories.Count == 0 || Categories.Contains(category);

    /// <summary>How far one permission of this post reaches; empty when it has none.</summary>
    public IEnumerable<Reach> Reaches(Permission permission) =>
        Permissions.Of(Role).Where(g => g.Permission == permission).SelectMany(g => g.Area switch
        {
            Area.Region => Former.Prepend(Path).Select(path => Reach.Below(path, Categories, Permissions.SeesSensitive(Role))),
            Area.Unit => Units.Select(unit => Reach.Of(unit, Categories)),
            Area.Anywhere => [Reach.All],
        });
}
