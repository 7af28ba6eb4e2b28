using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold between the chain, the levels, the desk and who is warned.</summary>
internal static class OrganisationRules
{
    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        var (main, chain, levels) = (draft.Readable(ProfileFiles.Main, ProfileFiles.Main), draft.Readable(ProfileFiles.Main, "chain"), draft.Readable(ProfileFiles.Main, "levels"));
        if (main)
        {
            draft.Need(p.Root.Length == 12 && p.Root.All(char.IsAsciiDigit), p, "root must be a division code of 12 digits.");
        }

        if (chain)
        {
            Chain(draft, p.Chain);
        }

        if (levels)
        {
            Levels(draft, p, chain);
        }

        if (levels && draft.Readable(ProfileFiles.Main, "follow-up"))
        {
            draft.Need(p.FollowUp.Level <= p.Levels.Count, p.FollowUp, $"follow-up is at level {p.FollowUp.Level}, but there are {p.Levels.Count}.");
        }

        if (draft.Readable(ProfileFiles.Limits, "warnings"))
        {
            Warnings(draft, p, chain);
        }
    }

    private static void Chain(Draft draft, IReadOnlyList<Tier> chain)
    {
        draft.Need(chain.Count > 0, chain, "chain needs at least one tier.");
        foreach (var tier in chain)
        {
            draft.Need(tier.Roles.Count > 0, tier, $"Tier {tier.No} has nobody.");
            draft.Need(tier.No == 1 || tier.Level <= chain[tier.No - 2].Level, tier, $"Tier {tier.No} sits below the tier before it.");
            foreach (var role in tier.Roles.Where(r => chain.Take(tier.No - 1).Any(t => t.Roles.Contains(r)) || tier.Roles.Count(x => x == r) > 1).Distinct())
            {
                draft.Need(false, tier, $"The role {role.Name()} stands in the chain twice.");
            }
        }
    }

    private static void Levels(Draft draft, Profile p, bool chain)
    {
        draft.Need(p.Levels.Count > 0, p.Levels, "levels needs at least one level.");
        foreach (var level in p.Levels)
        {
            draft.Need(level.CheckedBy <= p.Levels.Count, level, $"Level {level.No} is checked by level {level.CheckedBy}, but there are {p.Levels.Count}.");
            draft.Need(level.CheckedBy >= level.No, level, $"Level {level.No} is checked by a level below it.");
            draft.Need(level.No == 1 || level.Region < p.Levels[level.No - 2].Region, level, $"Level {level.No} is not above the level before it.");
            draft.Need(level.No == 1 || level.Grade >= p.Levels[level.No - 2].Grade, level, $"The grade of level {level.No} is smaller than that of the level before it.");
            draft.Need(!chain || p.Chain.Any(t => t.Level == level.Region), level, $"Nobody of the chain sits at {level.Region.Name()}, where level {level.No} handles.");
        }
    }

    private static void Warnings(Draft draft, Profile p, bool chain)
    {
        foreach (var (warning, before) in p.Warnings.Zip(p.Warnings.Skip(1), (a, b) => (b, a)))
        {
            draft.Need(warning.Percent is not { } share || share > before.Percent, warning, "Shares come first, in rising order, then what comes after the limit.");
        }

        foreach (var warning in p.Warnings.Where(w => chain && w.Tier > p.Chain.Count))
        {
            draft.Need(false, warning, $"The warning goes to tier {warning.Tier}, but the chain has {p.Chain.Count}.");
        }
    }
}
