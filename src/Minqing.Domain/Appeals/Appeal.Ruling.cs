using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Which row of the table of limits a running clock is under: another one when it is seen differently (D-02), or when the table itself changed and somebody asks for it (D-06).
public sealed partial class Appeal
{
    /// <summary>What the step is called in which limits are counted again.</summary>
    public const string RecomputeStep = "recompute";

    internal Classified As => new(Category, Grade, Urgency, Intent);

    /// <summary>The centre sees category, grade or urgency differently: running clocks are ruled anew from their old start.</summary>
    /// <param name="reports">Its reports: their first calls are ruled anew too.</param>
    public Problem? Reclassify(string category, Grade grade, Urgency urgency, Written reason, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Reclassify, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        if (rules.Profile.Categories.All(c => c.Code != category))
        {
            return new UnknownCategory(category);
        }

        // What somebody chose on purpose stays; what followed from the category follows the new one.
        var seen = new Classified(category, grade, urgency, Intent == rules.Profile.CategoryOf(Category).Intent ? rules.Profile.CategoryOf(category).Intent : Intent);
        Take(Step.Reclassify.Name(), chosen.Value, [reason],
        [
            new AppealReclassified(category, grade, urgency, reason.Id, seen.Intent),
            .. Clocks.Where(c => c.Runs).Select(c => Ruled(c, seen, hand, rules)).OfType<DomainEvent>(),
            .. UnderLaw(seen, KeepsLaw, NextClock, hand, rules),
        ]);
        foreach (var report in reports)
        {
            report.Reclassified(seen, hand, chosen.Value, rules);
        }

        return null;
    }

    /// <summary>The running limits that calendar and rules as they stand now would move (D-06). What was extended keeps the day that was granted.</summary>
    public IReadOnlyList<(Clock Clock, ClockRuled Ruled)> Moved(Rules rules, DateTime now) =>
        [.. Clocks.Where(c => c.Runs && c.Changes.All(x => x.Kind != ClockChangeKind.Extended)).Select(c => (c, Recounted(c, rules, now))).Where(m => m.Item2.DueAt != m.c.DueAt)];

    /// <summary>Moves them, because somebody asked for it.</summary>
    public void Recompute(Rules rules, By by)
    {
        if (Moved(rules, by.At) is { Count: > 0 } moved)
        {
            Take(RecomputeStep, by, [], [.. moved.Select(m => m.Ruled)]);
        }
    }

    // A limit that was named for the case alone stays, and is only counted by the calendar of now.
    private ClockRuled Recounted(Clock clock, Rules rules, DateTime now) =>
        clock.Rerule(
            ByTable(clock, rules) ? rules.For(clock, LevelOf(clock, rules), As)
            : clock.Kind == ClockKind.Statutory && RowOf(clock, rules) is { } row ? rules.Profile.Frozen(row, rules.Timetable.Version) with { Carried = clock.Rule.Carried }
            : clock.Rule with { CalendarVersion = rules.Timetable.Version },
            rules.Timetable,
            now);

    private static bool ByTable(Clock clock, Rules rules) => clock.Kind is not (ClockKind.Statutory or ClockKind.Promise) && clock.Rule.Named is not true && !NamedBefore(clock, rules);

    // Clocks of before it was written down which day was named: a task's that counts otherwise than its row. A promise always has a day of its own.
    private static bool NamedBefore(Clock clock, Rules rules) =>
        clock.Kind is ClockKind.CoUnit or ClockKind.ReportIn && RowOf(clock, rules) is { } row && row.Limit.Measure != clock.Rule.Limit.Measure;

    // Who answers for a limit gains no time by seeing it differently.
    private ClockRuled? Ruled(Clock clock, Classified seen, Hand hand, Rules rules) =>
        ByTable(clock, rules) && rules.Again(clock, LevelOf(clock, rules), seen, hand.At, Granted(clock)) is { } ruled && !(ruled.DueAt > clock.DueAt && hand.Posts.Any(p => p.Unit == clock.Unit)) ? ruled : null;

    // At which level of handling a clock runs: the lead's, but for units that are asked from below, called beside it, or look at it first.
    private int LevelOf(Clock clock, Rules rules) => clock.Kind switch
    {
        ClockKind.Dispatch => ScreenerLevel ?? Math.Max(Level, 1),
        ClockKind.Ruling => UpperOrder?.Level ?? Level,
        ClockKind.Sign => UpperOrder is { } upper && upper.Unit == clock.Unit ? upper.Level : Level,
        ClockKind.CoUnit or ClockKind.CoSign or ClockKind.ReportIn or ClockKind.WhistleSign => orders.LastOrDefault(o => o.Open && o.Beside && o.Unit == clock.Unit)?.Level ?? Level,
        // It began at the level that gave it away, wherever the matter is now.
        ClockKind.External => orders.Find(o => o.Open && o.Role == OrderRole.External && o.Unit == clock.Unit)?.Parent is { } from ? orders.Single(o => o.No == from).Level : Level,
        ClockKind.ExtensionDecision => (AskedExtension is { } asked && IsLawful(asked) ? Lengthened(rules).May : rules.Profile.Extension).DecidedAt,
        _ => Level,
    };
}

/// <summary>As what an appeal is seen: what the table of limits asks for.</summary>
internal sealed record Classified(string Category, Grade Grade, Urgency Urgency, Intent Intent);
