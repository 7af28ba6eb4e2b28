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

    /// <summary>Who alone has what tells of officials' misconduct: the unit that the profile names, or that of the desk's level.</summary>
    public static LevelUnit? Keeper(Responsibility place, Profile profile) =>
        (profile.Disclosures is { } named ? Sought(place, profile, named) : null) ?? At(place, profile, profile.FollowUp.Level);

    /// <summary>The next unit above a level that may have it; null at the top.</summary>
    /// <param name="not">Whom it must not be given to.</param>
    public static LevelUnit? Above(Responsibility place, Profile profile, int level, Func<UnitId, bool>? not = null) =>
        profile.Levels.Where(l => l.No > level).Select(l => At(place, profile, l.No)).FirstOrDefault(u => u is not null && not?.Invoke(u.Unit) != true);

    /// <summary>Who has it where those who should may not: the next unit above a level, at the top the unit for what tells of officials' misconduct, else the highest that is left.</summary>
    /// <param name="not">Whom it must not be given to.</param>
    public static LevelUnit? Instead(Responsibility place, Profile profile, int level, Func<UnitId, bool> not) =>
        Above(place, profile, level, not) ?? profile.Levels.Reverse().Select(l => At(place, profile, l.No)).Prepend(Keeper(place, profile)).FirstOrDefault(u => u is not null && !not(u.Unit));

    /// <summary>The unit that checks the results of a level: never the one that did it, unless the profile leaves it to its own level.</summary>
    public static UnitId? CheckerOf(Responsibility place, Profile profile, int level, UnitId? lead = null, Func<UnitId, bool>? not = null)
    {
        var by = profile.Levels[level - 1].CheckedBy;
        bool Barred(UnitId unit) => not?.Invoke(unit) == true || (unit == lead && by != level);
        return new[] { At(place, profile, by), Above(place, profile, level, Barred), At(place, profile, level) }.FirstOrDefault(u => u is not null && !Barred(u.Unit))?.Unit;
    }
}
