using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Who must solve it: chosen here and nowhere else. The responsibility list will answer this question later.</summary>
public static class LeadUnits
{
    /// <summary>The lead unit for a new appeal: that of the lowest level that serves the place.</summary>
    public static LevelUnit? First(Responsibility place, Profile profile) =>
        profile.Levels.Select(l => At(place, profile, l.No)).FirstOrDefault(u => u is not null);

    /// <summary>The unit that leads at a level; null when none serves the place there.</summary>
    public static LevelUnit? At(Responsibility place, Profile profile, int level) =>
        profile.Levels.FirstOrDefault(l => l.No == level) is { } rule
        && place.Units.FirstOrDefault(u => u.Kind == rule.Unit && u.Level == rule.Region) is { } unit
            ? new(level, unit.Id)
            : null;

    /// <summary>The unit that a rule means, at this place; null when none serves it.</summary>
    public static LevelUnit? Sought(Responsibility place, Profile profile, UnitSought sought) =>
        place.Units.FirstOrDefault(u => u.Kind == sought.Kind && u.Level == sought.Level && (sought.Field is null || u.Field == sought.Field)) is { } unit
            ? new(profile.LevelOf(unit.Level) ?? profile.Levels.Count, unit.Id)
            : null;

    /// <summary>The next unit above a level; null at the top.</summary>
    public static LevelUnit? Above(Responsibility place, Profile profile, int level) =>
        profile.Levels.Where(l => l.No > level).Select(l => At(place, profile, l.No)).FirstOrDefault(u => u is not null);

    /// <summary>The unit that checks the results of a level.</summary>
    public static UnitId? CheckerOf(Responsibility place, Profile profile, int level) =>
        At(place, profile, profile.Levels[level - 1].CheckedBy)?.Unit ?? Above(place, profile, level)?.Unit ?? At(place, profile, level)?.Unit;
}
