using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// The limits of the law (D-02): they count from receipt, beside those of the city. Nothing of the city's moves them, and no merging stops them; the law itself lets them be lengthened once.
public sealed partial class Appeal
{
    private IEnumerable<Clock> Statutory => Clocks.Where(c => c is { Kind: ClockKind.Statutory, Runs: true });

    /// <summary>Whether more time was asked for by the law, and not by the city's own rules.</summary>
    public bool IsLawful(ExtensionRequest request) => Clocks.Any(c => c.No == request.Clock && c.Kind == ClockKind.Statutory);

    /// <summary>Whether the law lets its limit be lengthened as it stands.</summary>
    public bool MayBeLengthened(Rules rules) => Lengthened(rules) is ({ Times: var times }, { } clock) && times > 0 && !Extended(clock);

    /// <summary>It went into another one. For its own reporters the law runs on: what that one comes to ends these limits, or lengthens them.</summary>
    /// <param name="own">The reports that came with it.</param>
    public void FollowLaw(Appeal master, IReadOnlyCollection<Report> own, By by, Rules rules)
    {
        var gone = master.Ended || (own.Count > 0 && own.All(r => r.WithdrawnAt is not null));
        List<DomainEvent> facts = [.. Statutory.SelectMany(c => Followed(c, master, gone, rules, by.At))];
        if (facts.Count > 0)
        {
            Take("law-followed", by, [], facts);
        }
    }

    /// <summary>What went into it moved on, or some of it is withdrawn: the law that it brought along runs here as long as any of it does.</summary>
    /// <param name="joined">All that went into it.</param>
    public void CarryLaw(IReadOnlyList<Appeal> joined, By by, Rules rules)
    {
        if (Carrying(joined, rules, by.At) is { Count: > 0 } facts)
        {
            Take("law-followed", by, [], facts);
        }
    }

    // What went into it brings the law along: where it is under no such limit itself, the earliest of theirs runs here too, so that whoever works on it sees it and may have it lengthened; until the last that brought it is parted again.
    private List<DomainEvent> Carrying(IEnumerable<Appeal> joined, Rules rules, DateTime at)
    {
        var brought = joined.Where(a => a.MergedInto == Id).SelectMany(a => a.Statutory).GroupBy(c => EndOf(c, rules)).ToDictionary(g => g.Key, g => g.MinBy(c => c.DueAt)!);
        var here = Clocks.Where(c => c.Kind == ClockKind.Statutory && (c.Rule.Carried is not true || c.Runs)).Select(c => EndOf(c, rules)).ToHashSet();
        return
        [
            .. Statutory.Where(c => c.Rule.Carried == true && !brought.ContainsKey(EndOf(c, rules))).SelectMany(c => c.End(at)),
            .. Ended ? [] : brought.Where(b => !here.Contains(b.Key)).SelectMany((b, i) => Carry(b.Value, NextClock + i, rules, at)),
        ];
    }

    private DomainEvent[] Carry(Clock clock, int no, Rules rules, DateTime at)
    {
        var started = Clock.Start(no, ClockKind.Statutory, 1, clock.Rule with { Carried = true }, KeepsLaw, null, clock.StartAt, rules.Timetable);
        var more = LocalTime.DayOf(clock.DueAt).DayNumber - LocalTime.DayOf(started.DueAt).DayNumber;
        return more > 0 ? [started, Clock.From(Subject, started).Extend(clock.Rule.Limit with { Amount = more }, rules.Timetable, at)] : [started];
    }

    // Whoever asks the reporter in the end answers for them; of what tells of officials' misconduct, whoever alone has it.
    private static IEnumerable<DomainEvent> StatutoryClocks(int no, AppealAccepted accepted, LevelUnit first, Rules rules, DateTime at) =>
        StatutoryClocks(no, rules.Profile.StatutoryRows(first.Level, accepted.Category, Grade.Ordinary, accepted.Urgency, accepted.Intent), accepted.Intent == Intent.Disclosure ? first.Unit : accepted.Desk, rules, at);

    private static IEnumerable<DomainEvent> StatutoryClocks(int no, IEnumerable<LimitRule> rows, UnitId unit, Rules rules, DateTime at) =>
        rows.Select((row, i) => Clock.Start(no + i, ClockKind.Statutory, 1, rules.Profile.Frozen(row, rules.Timetable.Version), unit, null, at, rules.Timetable));

    private UnitId KeepsLaw => Disclosure && Lead is { } keeper ? keeper : Desk;

    // Seen as something else it may fall under a law that it did not before, from receipt, or under none any more. Whoever handles it frees themselves of none, nor does telling of misconduct.
    private IEnumerable<DomainEvent> UnderLaw(Classified seen, UnitId unit, int no, Hand hand, Rules rules)
    {
        if (rounds.Count > 1 || ClosedAt is not null)
        {
            return [];
        }

        var rows = rules.Profile.StatutoryRows(Math.Max(Level, 1), seen.Category, seen.Grade, seen.Urgency, seen.Intent).ToList();
        var own = hand.Posts.Any(p => orders.Exists(o => o.Open && o.Unit == p.Unit));
        var clocks = Clocks.Where(c => c.Kind == ClockKind.Statutory && c.Rule.Carried is not true).ToList();
        var begun = rows.Where(r => clocks.TrueForAll(c => EndOf(c, rules) != r.Until)).ToList();
        return
        [
            .. Statutory.Where(c => c.Rule.Carried == true && begun.Exists(r => r.Until == EndOf(c, rules))).SelectMany(c => c.End(hand.At)),
            .. clocks.SelectMany(c => UnderLaw(c, rows.Find(r => r.Until == EndOf(c, rules)), own, own || seen.Intent == Intent.Disclosure, rules, hand.At)),
            .. StatutoryClocks(no, begun, unit, rules, ReceivedAt),
        ];
    }

    private IReadOnlyList<DomainEvent> UnderLaw(Clock clock, LimitRule? row, bool noLonger, bool noEnd, Rules rules, DateTime at)
    {
        if (row is null)
        {
            return clock.Runs && !noEnd ? clock.End(at) : [];
        }

        var ruled = row.Id == clock.Rule.Id ? null : clock.Rerule(rules.Profile.Frozen(row, rules.Timetable.Version), rules.Timetable, at, Granted(clock));
        return clock.MetAt is not null ? []
            :
            [
                .. clock.Runs ? (DomainEvent[])[] : [clock.Restore(rules.Timetable, at)],
                .. ruled is null || (noLonger && ruled.DueAt > clock.DueAt) ? (DomainEvent[])[] : [ruled],
            ];
    }

    private IEnumerable<DomainEvent> MeetStatutory(StatutoryEnd end, Rules rules, DateTime at) =>
        Statutory.Where(c => end == StatutoryEnd.Answered || EndOf(c, rules) == end).SelectMany(c => c.Meet(at));

    private static IReadOnlyList<DomainEvent> Followed(Clock clock, Appeal master, bool gone, Rules rules, DateTime at) =>
        master.Reached(EndOf(clock, rules)) ? clock.Meet(at)
        : gone ? clock.End(at)
        : master.extensions.Find(e => e.Granted == true && master.IsLawful(e)) is { } granted && RowOf(clock, rules)?.More is not null && !Extended(clock) && !(clock.MissedAt < granted.AskedAt)
            ? [clock.Extend(More(clock, granted.Days), rules.Timetable, at)]
        : [];

    private bool Reached(StatutoryEnd end) => ClosedAt is not null || (end == StatutoryEnd.Accepted && orders.Exists(o => o.Role == OrderRole.Lead && o.SignedAt is not null));

    // Parted again it was neither accepted nor answered by what the other came to.
    private IEnumerable<DomainEvent> Parted(Rules rules, DateTime at) =>
        Clocks.Where(c => c.StoppedAt is not null && c.Changes[^1].Reason == Merged).Min(c => c.StoppedAt) is { } merged
            ? Clocks.Where(c => c.Kind == ClockKind.Statutory && (c.MetAt ?? c.EndedAt) >= merged).Select(c => c.Restore(rules.Timetable, at))
            : [];

    private (ExtensionRules May, Clock? Clock) Lengthened(Rules rules) =>
        Statutory.FirstOrDefault(c => RowOf(c, rules)?.More is not null) is { } clock && RowOf(clock, rules)!.More is { } more
            ? (new(more.DecidedAt ?? rules.Profile.Extension.DecidedAt, 1, more.DaysAtMost), clock)
            : (ExtensionRules.None, null);

    private static bool Extended(Clock clock) => clock.Changes.Any(c => c.Kind == ClockChangeKind.Extended);

    private Limit More(ExtensionRequest asked) => More(Clocks.Single(c => c.No == asked.Clock), asked.Days);

    // The city counts in working days; the law as it counts the limit itself.
    private static Limit More(Clock clock, int days) => clock.Kind == ClockKind.Statutory ? clock.Rule.Limit with { Amount = days } : new(days, Measure.WorkingDays);

    // A row that the profile no longer has waits for the answer.
    private static StatutoryEnd EndOf(Clock clock, Rules rules) => RowOf(clock, rules)?.Until ?? StatutoryEnd.Answered;

    private static LimitRule? RowOf(Clock clock, Rules rules) => rules.Profile.Limits.FirstOrDefault(l => l.Id == clock.Rule.Id);
}
