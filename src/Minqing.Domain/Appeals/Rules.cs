using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>What decides about an appeal besides itself: the profile in force, its flow, its timetable.</summary>
public sealed record Rules(Profile Profile, Workflow Workflow, Timetable Timetable)
{
    /// <summary>A clock of this kind under the rules as they stand.</summary>
    internal ClockStarted Start(int no, ClockKind kind, int round, int level, string category, Grade grade, Urgency urgency, UnitId? unit, DateTime at, Intent? intent = null) =>
        Clock.Start(no, kind, round, Profile.RuleFor(kind, level, category, grade, urgency, Timetable.Version, intent), unit, null, at, Timetable);

    /// <summary>A running clock ruled anew from its old start, with the time that was granted; null when the rule is the same.</summary>
    internal ClockRuled? Again(Clock clock, int level, string category, Grade grade, Urgency urgency, DateTime at, Intent? intent = null, IReadOnlyList<Limit>? granted = null) =>
        Profile.RuleFor(clock.Kind, level, category, grade, urgency, Timetable.Version, intent) is var rule && rule != clock.Rule ? clock.Rerule(rule, Timetable, at, granted) : null;
}
