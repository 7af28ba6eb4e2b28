using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the departments that may be addressed from below: they can exist, they are above, and nothing is said twice.</summary>
internal static class AddressRules
{
    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        draft.Once(p.Addressable, a => $"{a.From.Name()} to {a.At.Name()}", "addressable");
        foreach (var rule in p.Addressable)
        {
            One(draft, p, rule);
        }
    }

    private static void One(Draft draft, Profile p, AddressRule rule)
    {
        if (draft.Readable(ProfileFiles.Main, "levels"))
        {
            var missing = new[] { rule.From, rule.At }.Where(r => p.LevelOf(r) is null).ToList();
            foreach (var region in missing)
            {
                draft.Need(false, rule, $"addressable speaks of {region.Name()}, but nobody handles there, only at {string.Join(", ", p.Levels.Select(l => l.Region.Name()))}.");
            }

            draft.Need(missing.Count > 0 || p.LevelOf(rule.At) > p.LevelOf(rule.From), rule, $"addressable is for departments above: {rule.At.Name()} is not above {rule.From.Name()}.");
        }

        draft.Need(rule.Fields.Count > 0, rule, $"addressable from {rule.From.Name()} at {rule.At.Name()} names no field of work.");
        foreach (var field in draft.Readable(ProfileFiles.Main, "fields") ? rule.Fields.Where(f => p.Fields.All(x => x.Code != f)) : [])
        {
            draft.Need(false, rule, $"addressable names the field {field}, which does not exist.{Nearest.Hint(field, p.Fields.Select(f => f.Code))}");
        }
    }
}
