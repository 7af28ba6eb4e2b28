using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the units that rules name by kind, level and field.</summary>
internal static class UnitRules
{
    /// <summary>Whether there can be such a unit under this profile.</summary>
    /// <param name="what">For the sentence, such as <c>the lead of water-supply</c>.</param>
    public static void Sought(Draft draft, object at, UnitSought unit, string what)
    {
        var p = draft.Profile;
        if (draft.Readable(ProfileFiles.Main, "levels"))
        {
            var regions = p.Levels.Select(l => l.Region).ToList();
            draft.Need(regions.Contains(unit.Level), at, $"{what} sits at {unit.Level.Name()}, but nobody handles there, only at {string.Join(", ", regions.Select(r => r.Name()))}.");
        }

        draft.Need(unit.Field is not null || unit.Kind != UnitKind.Department, at, $"{what} is a department without its field of work.");
        if (unit.Field is { } field && draft.Readable(ProfileFiles.Main, "fields"))
        {
            draft.Need(p.Fields.Any(f => f.Code == field), at, $"{what} is of the field {field}, which does not exist.{Nearest.Hint(field, p.Fields.Select(f => f.Code))}");
        }
    }
}
