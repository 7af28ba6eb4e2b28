using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>Whom an appeal is about: a unit or a post. Words about a private person stand in the vault.</summary>
public sealed class Target
{
    private Target()
    {
    }

    internal Target(TargetNamed fact) => (No, Unit, Post, Within) = (fact.No, fact.Unit, fact.Post, [.. fact.Within.Select(u => u.Value)]);

    internal TargetNamed Named => new(No, Unit, Post, [.. Within.Select(u => new UnitId(u))]);

    public int No { get; private set; }

    public UnitId? Unit { get; private set; }

    public PostId? Post { get; private set; }

    /// <summary>The units that contain it.</summary>
    public IReadOnlyList<Guid> Within { get; private set; } = [];

    /// <summary>Whether it names the same unit or post.</summary>
    public bool Same(Target other) => (Unit, Post) == (other.Unit, other.Post);

    /// <summary>Whether a post, or the unit it belongs to, is whom it is about.</summary>
    public bool Concerns(PostId post, UnitId unit) => Post == post || IsOrIsWithin(unit);

    /// <summary>Whether it is the unit that it is about, or contains whoever it is about.</summary>
    public bool IsOrIsWithin(UnitId unit) => Unit == unit || Within.Contains(unit.Value);
}
