using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// The limits of the law (D-02): they count from receipt, beside those of the city; no extension, no stop and no change of the city's rules moves them.
public sealed partial class Appeal
{
    private IEnumerable<Clock> Statutory => Clocks.Where(c => c is { Kind: ClockKind.Statutory, Runs: true });

    // Whoever asks the reporter in the end answers for them; of what tells of officials' misconduct, whoever alone has it.
    private static IEnumerable<DomainEvent> StatutoryClocks(int no, AppealAccepted accepted, LevelUnit first, Rules rules, DateTime at) =>
        StatutoryClocks(no, rules.Profile.StatutoryRows(first.Level, accepted.Category, Grade.Ordinary, accepted.Urgency, accepted.Intent), accepted.Intent == Intent.Disclosure ? first.Unit : accepted.Desk, rules, at);

    private static IEnumerable<DomainEvent> StatutoryClocks(int no, IEnumerable<LimitRule> rows, UnitId unit, Rules rules, DateTime at) =>
        rows.Select((row, i) => Clock.Start(no + i, ClockKind.Statutory, 1, rules.Profile.Frozen(row, rules.Timetable.Version), unit, null, at, rules.Timetable));

    // Seen as something else it may fall under a law that it did not before; under one that it fell under it stays.
    private IEnumerable<DomainEvent> StatutoryFor(string category, Grade grade, Urgency urgency, Intent intent, Rules rules) =>
        rounds.Count > 1 || ClosedAt is not null ? []
        : StatutoryClocks(
            NextClock,
            rules.Profile.StatutoryRows(Math.Max(Level, 1), category, grade, urgency, intent).Where(row => Clocks.All(c => c.Kind != ClockKind.Statutory || EndOf(c, rules) != row.Until)),
            Disclosure && Lead is { } keeper ? keeper : Desk, rules, ReceivedAt);

    private IEnumerable<DomainEvent> MeetStatutory(StatutoryEnd end, Rules rules, DateTime at) =>
        Statutory.Where(c => end == StatutoryEnd.Answered || EndOf(c, rules) == end).SelectMany(c => c.Meet(at));

    // A row that the profile no longer has waits for the answer.
    private static StatutoryEnd EndOf(Clock clock, Rules rules) => rules.Profile.Limits.FirstOrDefault(l => l.Id == clock.Rule.Id)?.Until ?? StatutoryEnd.Answered;
}
