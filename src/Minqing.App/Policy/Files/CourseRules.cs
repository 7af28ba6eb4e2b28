using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of who stands before the dispatch, who decides about time, and who gets lists: that they are there, and that the flow has their steps.</summary>
internal static class CourseRules
{
    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        var flow = draft.Readable(ProfileFiles.Flow, "steps");
        if (flow && draft.Readable(ProfileFiles.Main, "screening"))
        {
            Screening(draft, p);
        }

        if (p.Disclosures is { } alone)
        {
            UnitRules.Sought(draft, alone, alone, "the unit for disclosures");
        }

        if (draft.Readable(ProfileFiles.Main, "levels"))
        {
            draft.Need(p.Extension.Times == 0 || p.Extension.DecidedAt <= p.Levels.Count, p.Extension, $"Extensions are decided at level {p.Extension.DecidedAt}, but there are {p.Levels.Count}.");
            draft.Need(p.UnfoundedLevel <= p.Levels.Count, p, $"unfounded-level is {p.UnfoundedLevel}, but there are {p.Levels.Count} levels.");
            foreach (var round in p.Rounds.Where(r => p.Levels.All(l => l.Region != r.Level)))
            {
                draft.Need(false, round, $"A list goes to {round.Level.Name()}, but nobody handles there.");
            }
        }

        draft.Once(p.Rounds, r => $"{(r.When.Day is null ? "daily" : "weekly")} {r.Level.Name()} {r.After?.Name()}".TrimEnd(), "list");
        foreach (var round in p.Rounds.Where(r => r.After is { } after && p.Rounds.All(x => x.Level != after)))
        {
            draft.Need(false, round, $"The list of {round.Level.Name()} follows that of {round.After!.Value.Name()}, which there is not.");
        }

        draft.Once(p.Extension.ByGrade, g => g.Grade.Name(), "grade");
        if (flow)
        {
            draft.Need((p.Extension.Times > 0 && Enum.GetValues<Grade>().Any(g => p.Extension.DaysFor(g) > 0)) || p.Flow.All(f => f.Step != Step.AskExtension), p.Extension == ExtensionRules.None ? p : p.Extension, "The flow has ask-extension, but extension allows none.");
            draft.Need(p.ObjectWithin is not null || p.Flow.All(f => f.Step != Step.RaiseObjection), p, "The flow has raise-objection, but object-within is missing.");
            draft.Need(p.Sample.Percent == 0 || p.Flow.Any(f => f.Step == Step.SampleReopen), p.Sample, $"sample draws {p.Sample.Percent} of a hundred, but the flow has no sample-reopen: nobody could reopen one.");
            draft.Need(p.Suspensions.Count > 0 || p.Flow.All(f => f.Step != Step.Suspend), p, "The flow has suspend, but suspensions names no reason.");
        }

        draft.Once(p.HotDomains, d => d.Code, "hot domain");
        foreach (var domain in p.HotDomains)
        {
            draft.Need(domain.Categories.Count > 0 && p.Categories.All(c => c.Code != domain.Code), domain, $"The hot domain {domain.Code} needs categories, and a code that is none's.");
            foreach (var code in domain.Categories.Where(c => p.Categories.All(x => x.Code != c)))
            {
                draft.Need(false, domain, $"The hot domain {domain.Code} names the category {code}, which there is not.{Nearest.Hint(code, p.Categories.Select(c => c.Code))}");
            }
        }

        draft.Once(p.Suspensions, s => s.Reason.Name(), "reason");
    }

    private static void Screening(Draft draft, Profile p)
    {
        if (p.Screening is not { } screening)
        {
            foreach (var rule in p.Flow.Where(f => f.In.Any(s => s is Stage.Screening or Stage.Dispatching)))
            {
                draft.Need(false, rule, $"{rule.Step.Name()} is taken before the dispatch, but screening names nobody who stands there.");
            }

            return;
        }

        UnitRules.Sought(draft, screening, screening.First, "Who screens first");
        draft.Need(Takes(p, Step.Assign, Stage.Screening), screening, "Nothing gets out of screening without the step assign.");
        if (screening.Second is not { } second)
        {
            draft.Need(screening.Judges.Count == 0, screening, "judges judge in the second stage, which there is not.");
            foreach (var rule in p.Flow.Where(f => f.In.Contains(Stage.Dispatching)))
            {
                draft.Need(false, rule, $"{rule.Step.Name()} is taken in dispatching, but screening names no second stage.");
            }

            return;
        }

        UnitRules.Sought(draft, screening, second, "Who screens second");
        foreach (var judge in screening.Judges)
        {
            UnitRules.Sought(draft, judge, judge, "A judge");
        }

        draft.Need(Takes(p, Step.PassOn, Stage.Screening), screening, "Nothing reaches the second stage without the step pass-on.");
        draft.Need(Takes(p, Step.Assign, Stage.Dispatching), screening, "Nothing gets out of dispatching without the step assign.");
        draft.Need(screening.Judges.Count == 0 || Takes(p, Step.Triage, Stage.Dispatching), screening, "judges cannot judge without the step triage.");
    }

    private static bool Takes(Profile p, Step step, Stage stage) => p.Flow.Any(f => f.Step == step && f.In.Contains(stage));
}
