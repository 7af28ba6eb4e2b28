using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>A unit: a village's committee, a centre, a station, a department. What it was called, and under whom it stood, is kept by date.</summary>
public sealed class Unit
{
    private readonly List<UnitVersion> versions = [];
    private readonly List<UnitArea> areas = [];

    public Unit(UnitId id, string code, UnitKind kind, UnitNow now, DateTime since)
    {
        (Id, Code, Kind, Since) = (id, code, kind, since);
        Set(now);
        versions.Add(new(1, now, since));
    }

    private Unit()
    {
    }

    public UnitId Id { get; private set; }

    /// <summary>Its name in imported and exported files.</summary>
    public string Code { get; private set; } = "";

    public UnitKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The field of work of a department, as the profile names it; null where its kind says enough.</summary>
    public string? Field { get; private set; }

    public UnitId? ParentId { get; private set; }

    /// <summary>The unit that took its place; null while it is there, and where none did.</summary>
    public UnitId? MergedInto { get; private set; }

    /// <summary>Where it sits.</summary>
    public RegionId RegionId { get; private set; }

    public DateTime Since { get; private set; }

    public DateTime? Until { get; private set; }

    public IReadOnlyList<UnitVersion> Versions => versions;

    /// <summary>The regions it serves, then and now.</summary>
    public IReadOnlyList<UnitArea> Areas => areas;

    public UnitNow Now => new(Name, ParentId, RegionId);

    /// <summary>What it was at an instant; null before it began and after it ended.</summary>
    public UnitNow? At(DateTime at) => versions.LastOrDefault(v => v.Covers(at))?.Was;

    /// <summary>Renames or moves it; says whether anything was different.</summary>
    public bool Change(UnitNow now, DateTime at)
    {
        if (now == Now)
        {
            return false;
        }

        versions[^1].End(at);
        versions.Add(new(versions.Count + 1, now, at));
        Set(now);
        return true;
    }

    /// <summary>Names its field of work; says whether anything was different.</summary>
    public bool WorkIn(string? field)
    {
        var differs = field != Field;
        Field = field;
        return differs;
    }

    /// <summary>From now on it serves exactly these regions; says whether anything was different.</summary>
    public bool Serve(IReadOnlyCollection<RegionId> regions, DateTime at)
    {
        var ended = areas.Where(a => a.Until is null && !regions.Contains(a.RegionId)).ToList();
        var begun = regions.Where(r => !areas.Exists(a => a.Until is null && a.RegionId == r)).ToList();
        ended.ForEach(a => a.End(at));
        begun.ForEach(r => areas.Add(new(areas.Count + 1, r, at)));
        return ended.Count + begun.Count > 0;
    }

    /// <summary>The unit is no more.</summary>
    public void Close(DateTime at)
    {
        Until = at;
        versions[^1].End(at);
        areas.Where(a => a.Until is null).ToList().ForEach(a => a.End(at));
    }

    /// <summary>The unit is no more, and another takes its place.</summary>
    public void MergeInto(Unit other, DateTime at)
    {
        Close(at);
        MergedInto = other.Id;
    }

    private void Set(UnitNow now) => (Name, ParentId, RegionId) = (now.Name, now.ParentId, now.RegionId);
}

/// <summary>What can change about a unit in its life.</summary>
public sealed record UnitNow(string Name, UnitId? ParentId, RegionId RegionId);
