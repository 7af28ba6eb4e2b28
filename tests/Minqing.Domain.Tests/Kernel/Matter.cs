using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

/// <summary>The smallest thing with clocks: one clock, and its journal.</summary>
internal sealed class Matter : Aggregate
{
    /// <summary>Half, four fifths, at due; then four working hours, one and two working days later, a tier each; then daily.</summary>
    public static readonly IReadOnlyList<Warning> Climb =
    [
        new(1, Percent: 50), new(1, Percent: 80), new(1),
        new(2, AfterDue: new(240, Measure.WorkingMinutes)), new(3, AfterDue: new(1, Measure.WorkingDays)), new(4, AfterDue: new(2, Measure.WorkingDays)),
    ];

    public override Subject Subject { get; } = new(SubjectKind.Appeal, Guid.Parse("0199b1c0-0000-7000-8000-000000000001"));

    public Clock Clock => Clocks[^1];

    public static ClockRule Rule(int days, IReadOnlyList<Warning>? warnings = null, bool daily = true) =>
        new("handle-village", "baiyin", "1", China.Calendar.Version, new(days, Measure.WorkingDays), warnings ?? Climb, daily);

    public static Matter Begun(string at, ClockRule rule)
    {
        var matter = new Matter();
        matter.Do(at, Clock.Start(1, ClockKind.Handle, 1, rule, null, null, China.At(at), China.Timetable));
        return matter;
    }

    public void Do(string at, params IEnumerable<DomainEvent> facts) => Take("done", new(Actor.Platform, China.At(at)), [], [.. facts]);

    public void Wake(string at) => Wake(Clock, China.Timetable, new(Actor.Platform, China.At(at)));

    /// <summary>Wakes it at its planned instants until the day is over, and tells what it said: the tier, and when.</summary>
    public IEnumerable<string> SaysUntil(string end)
    {
        while (Clock.WakeAt is { } at && at <= China.At(end))
        {
            Wake(Clock, China.Timetable, new(Actor.Platform, at));
            yield return Taken[^1].Facts[0] switch
            {
                ClockWarned warned => $"{at.Local()[5..16]} warned {warned.Tier}",
                ClockMissed missed => $"{at.Local()[5..16]} missed {missed.Tier}",
                var fact => $"{at.Local()[5..16]} {fact.GetType().Name}",
            };
        }
    }

    protected override void Apply(DomainEvent fact, By by)
    {
    }
}
