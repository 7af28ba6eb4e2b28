using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>What decides about an appeal besides itself: the profile in force, its flow, its timetable.</summary>
public sealed record Rules(Profile Profile, Workflow Workflow, Timetable Timetable)
{
    /// <summary>A clock of this kind under the rules as they stand.</summary>
    internal ClockStarted Start(int no, ClockKind kind, int round, int level, string category, Grade grade, Urgency urgency, UnitId? unit, DateTime at, Intent? intent = null) =>
        Clock.Start(no, kind, round, Profile.RuleFor(kind, level, category, grade, urgency, Timetable.Version, intent), unit, null, at, Timetable);

    /// <summary>The rule for a clock that runs already. What a reporter wants decides how long it takes, not how soon somebody looks.</summary>
    internal ClockRule For(Clock clock, int level, Classified seen) =>
        Profile.RuleFor(clock.Kind, level, seen.Category, seen.Grade, seen.Urgency, Timetable.Version, clock.Kind is ClockKind.Handle or ClockKind.Dispatch ? seen.Intent : null);

    /// <summary>A running clock ruled anew from its old start, with the time that was granted; null when it stays under the same row.</summary>
    internal ClockRuled? Again(Clock clock, int level, Classified seen, DateTime at, IReadOnlyList<Limit>? granted = null) =>
        For(clock, level, seen) is var rule && rule.Id != clock.Rule.Id ? clock.Rerule(rule, Timetable, at, granted) : null;
}
