using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold between the parts of a profile, beyond each being well written.</summary>
internal static class ProfileRules
{
    private static readonly ClockKind[] Needed = [ClockKind.FirstCall, ClockKind.Sign, ClockKind.Handle, ClockKind.Check, ClockKind.FollowUp, ClockKind.Promise];

    public static void Check(Profile p, ProfileFiles files, List<ProfileProblem> problems)
    {
        var (main, flow, limits, categories) = (files.Open("profile.yaml"), files.Open("flow.yaml"), files.Open("limits.yaml"), files.Open("categories.yaml"));
        Need(p.Root.Length == 12 && p.Root.All(char.IsAsciiDigit), main, "root must be a division code of 12 digits.");
        Need(p.Chain.Count > 0, main, "chain needs at least one tier.");
        Need(p.Levels.Count > 0, main, "levels needs at least one level.");
        Need(p.Levels.All(l => l.CheckedBy <= p.Levels.Count), main, "checked-by names a level that does not exist.");
        Need(p.FollowUp.Level <= p.Levels.Count, main, "follow-up.level names a level that does not exist.");
        Need(p.Categories.Count > 0, categories, "categories needs at least one category.");
        Twice(p.Categories.Select(c => c.Code), "category", categories);
        Twice(p.Limits.Select(l => l.Id), "limit", limits);
        Twice(p.Flow.Select(f => f.Step.Name()), "step", flow);
        Twice(p.Chain.SelectMany(t => t.Roles).Select(r => r.Name()), "role of the chain", main);
        foreach (var (kind, level) in Needed.SelectMany(k => p.Levels.Select(l => (k, l.No))))
        {
            Need(p.Limits.Any(l => l.Kind == kind && (l.Level is null || l.Level == level) && l.Category is null && l.Grade is null && l.Urgency is null), limits, $"No limit fits clock {kind.Name()} at level {level}.");
        }

        foreach (var rule in p.Limits.Where(l => l.Category is not null && p.Categories.All(c => c.Code != l.Category)))
        {
            Need(false, limits, $"Limit {rule.Id} names category {rule.Category}, which does not exist.");
        }

        foreach (var step in p.Flow.Where(f => f.Who != Relation.Reporter && f.Roles.Count == 0))
        {
            Need(false, flow, $"Nobody may take step {step.Step.Name()}.");
        }

        void Need(bool holds, YamlPart at, string reason)
        {
            if (!holds)
            {
                problems.Add(new(at.File, at.Line, reason));
            }
        }

        void Twice(IEnumerable<string> names, string what, YamlPart at)
        {
            foreach (var name in names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
            {
                Need(false, at, $"The {what} {name} stands there twice.");
            }
        }
    }
}
