using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Regions;

/// <summary>A region as it is today, from a province down to a grid. What it was before stands in <see cref="RegionVersion"/>.</summary>
public sealed class Region
{
    private Region()
    {
    }

    /// <param name="code">In full, see <see cref="RegionCode"/>.</param>
    /// <param name="parent">Null for the root of a tree, which may be of any level.</param>
    public Region(RegionId id, string code, string name, RegionLevel level, Region? parent, DateOnly since)
    {
        (Id, Code, Name, Level, Since) = (id, code, name, level, since);
        Place(parent);
    }

    public RegionId Id { get; private set; }

    /// <summary>12 digits, 15 for a grid.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public RegionLevel Level { get; private set; }

    public RegionId? ParentId { get; private set; }

    /// <summary>See <see cref="RegionPath"/>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The day since which it is as it is.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>The first day on which it is no more; null while it is there.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The region that took its place; null while it is there, and where nothing did.</summary>
    public RegionId? MergedInto { get; private set; }

    /// <summary>Whether it would be another with this name, level and parent.</summary>
    public bool Differs(string name, RegionLevel level, Region? parent) =>
        (Name, Level, ParentId, Path) != (name, level, parent?.Id, PathOf(Code, level, parent));

    /// <summary>Gives it another name, code, level or parent from a day on. What lies below it has to <see cref="Follow"/>.</summary>
    public RegionVersion? Change(string code, string name, RegionLevel level, Region? parent, DateOnly on)
    {
        var before = AsOfNow(on);
        (Code, Name, Level, Since) = (code, name, level, on);
        Place(parent);
        return before;
    }

    /// <summary>Its parent's path or code changed, so does its own path.</summary>
    public RegionVersion? Follow(Region parent, DateOnly on) => Change(Code, Name, Level, parent, on);

    /// <summary>It ends: nothing new happens there.</summary>
    public void Close(DateOnly on) => ClosedOn = on;

    /// <summary>It ends, and another takes its place.</summary>
    public void MergeInto(Region other, DateOnly on)
    {
        Close(on);
        MergedInto = other.Id;
    }

    private void Place(Region? parent)
    {
        ParentId = parent?.Id;
        Path = PathOf(Code, Level, parent);
    }

    private static string PathOf(string code, RegionLevel level, Region? parent) =>
        RegionPath.Of(RegionCode.Significant(code, level), parent?.Path, parent is null ? "" : RegionCode.Significant(parent.Code, parent.Level)).Value;

    // A second change on the same day corrects the first.
    private RegionVersion? AsOfNow(DateOnly until) =>
        until > Since ? new(Id, Since, until, Code, Name, Level, ParentId, Path) : null;
}
