using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the table of limits: every clock has a rule, and never two.</summary>
internal static class LimitRules
{
    private static readonly ClockKind[] Always = [ClockKind.Sign, ClockKind.Handle, ClockKind.Check, ClockKind.FollowUp, ClockKind.Promise];

    private static readonly (Step Step, ClockKind Kind)[] BySteps =
    [
        (Step.Assign, ClockKind.Dispatch), (Step.AddCo, ClockKind.CoUnit), (Step.ActFirst, ClockKind.CoUnit), (Step.Whistle, ClockKind.ReportIn),
        (Step.AddCo, ClockKind.CoSign), (Step.ActFirst, ClockKind.CoSign), (Step.Whistle, ClockKind.WhistleSign),
        (Step.RaiseObjection, ClockKind.Ruling), (Step.AskExtension, ClockKind.ExtensionDecision), (Step.Refer, ClockKind.External),
    ];

    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        ClockKind[] needed = [.. Always, .. p.HasFirstCall ? [ClockKind.FirstCall] : (ClockKind[])[], .. BySteps.Where(b => p.Flow.Any(f => f.Step == b.Step)).Select(b => b.Kind).Distinct()];
        if (!draft.Readable(ProfileFiles.Limits, "limits"))
        {
            return;
        }

        draft.Once(p.Limits, l => l.Id, "limit");
        foreach (var same in p.Limits.GroupBy(l => (l.Kind, l.Level, l.Category, l.Grade, l.Urgency, l.Intent, l.Until)).Where(g => g.Count() > 1))
        {
            draft.Need(false, same.Last(), $"{same.First().Id} and {same.Last().Id} are for the very same: one of them never applies.");
        }

        foreach (var rule in p.Limits)
        {
            draft.Need(rule.Kind != ClockKind.Statutory || rule.Basis is not null, rule, $"{rule.Id} is a limit of the law and needs its basis.");
            draft.Need(rule.Kind == ClockKind.Statutory || (rule.Basis is null && rule.Until == StatutoryEnd.Answered), rule, $"until and basis are for limits of the law (clock: statutory), not for {rule.Id}.");
            draft.Need(rule.More is null || rule is { Kind: ClockKind.Statutory, Until: StatutoryEnd.Answered }, rule, $"extend-days is for a limit of the law that waits for the answer, not for {rule.Id}.");
            draft.Need(rule.More?.DecidedAt is not { } at || !draft.Readable(ProfileFiles.Main, "levels") || at <= p.Levels.Count, rule, $"{rule.Id} is extended at level {rule.More?.DecidedAt}, but there are {p.Levels.Count}.");
            draft.Need(rule.Level is null || !draft.Readable(ProfileFiles.Main, "levels") || rule.Level <= p.Levels.Count, rule, $"{rule.Id} is for level {rule.Level}, but there are {p.Levels.Count}.");
            if (rule.Category is { } code && draft.Readable(ProfileFiles.Categories, "categories"))
            {
                draft.Need(p.Categories.Any(c => c.Code == code), rule, $"{rule.Id} is for category {code}, which does not exist.{Nearest.Hint(code, p.Categories.Select(c => c.Code))}");
            }
        }

        foreach (var kind in draft.Readable(ProfileFiles.Main, "levels") ? needed : [])
        {
            var missing = p.Levels.Where(l => !p.Limits.Any(r => r is { Category: null, Grade: null, Urgency: null, Intent: null } && r.Kind == kind && (r.Level is null || r.Level == l.No))).Select(l => l.No).ToList();
            draft.Need(missing.Count == 0, p.Limits, missing.Count == p.Levels.Count ? $"There is no limit for {kind.Name()}." : $"There is no limit for {kind.Name()} at level {string.Join(", ", missing)}.");
        }
    }
}
