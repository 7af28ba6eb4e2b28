using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class ClockTests
{
    [Fact, Trait("Spec", "D-03")]
    public void It_warns_at_its_shares_is_missed_at_the_limit_climbs_the_chain_and_then_reminds_daily()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(5));

        Assert.Equal(
        [
            "03-06 11:30 warned 1", "03-07 17:48 warned 1", "03-10 23:59 missed 1",
            "03-11 15:00 warned 2", "03-11 23:59 warned 3", "03-12 23:59 warned 4",
            "03-13 08:30 warned 4", "03-14 08:30 warned 4", "03-17 08:30 warned 4",
        ], matter.SaysUntil("2025-03-17 23:00"));
        Assert.Equal(matter.Clock.DueAt, matter.Clock.MissedAt);
    }

    [Fact, Trait("Spec", "D-03")]
    public void Without_daily_reminders_it_falls_silent_at_the_top()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1, [], daily: false));

        Assert.Equal(["03-04 23:59 missed 1"], matter.SaysUntil("2025-12-31 00:00"));
        Assert.Null(matter.Clock.WakeAt);
    }

    [Fact, Trait("Spec", "D-07")]
    public void After_an_outage_it_is_missed_once_catches_up_in_order_and_says_how_late_it_is()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1));

        for (var i = 0; i < 10; i++)
        {
            matter.Wake("2025-03-10 10:00");
        }

        Assert.Equal(["ClockStarted", "ClockMissed", "ClockWarned", "ClockWarned", "ClockWarned"], matter.Taken.Select(t => t.Facts[0].GetType().Name));
        Assert.Equal([2, 3, 4], matter.Taken.Select(t => t.Facts[0]).OfType<ClockWarned>().Select(w => w.Tier));
        Assert.Equal((int)TimeSpan.FromDays(5).Add(TimeSpan.FromHours(10)).TotalSeconds, Assert.IsType<ClockMissed>(matter.Taken[1].Facts[0]).LateBy);
        Assert.Equal("2025-03-11 08:30:00.000", matter.Clock.WakeAt!.Value.Local());
    }

    [Fact, Trait("Spec", "D-07")]
    public void Fired_in_time_it_is_not_marked_as_late()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1, []));

        matter.Wake("2025-03-05 00:00:02");

        Assert.Equal(0, Assert.IsType<ClockMissed>(matter.Taken[^1].Facts[0]).LateBy);
    }

    [Fact, Trait("Spec", "D-07")]
    public void Woken_early_or_twice_it_does_nothing()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(5));

        matter.Wake("2025-03-06 11:29:59.999");
        matter.Wake("2025-03-06 11:30");
        matter.Wake("2025-03-06 11:30");

        Assert.Equal(2, matter.Taken.Count);
        Assert.Equal(1, matter.Clock.Warned);
    }

    [Fact, Trait("Spec", "D-01")]
    public void Met_to_the_last_millisecond_it_is_met_and_after_it_is_missed_first()
    {
        var (inTime, late) = (Matter.Begun("2025-03-03 17:00", Matter.Rule(1)), Matter.Begun("2025-03-03 17:00", Matter.Rule(1)));

        inTime.Do("2025-03-04 23:59:59.999", inTime.Clock.Meet(China.At("2025-03-04 23:59:59.999")));
        late.Do("2025-03-05 00:00", late.Clock.Meet(China.At("2025-03-05 00:00")));

        Assert.Null(inTime.Clock.MissedAt);
        Assert.Equal(late.Clock.DueAt, late.Clock.MissedAt);
        Assert.All([inTime, late], m => Assert.True(m.Clock is { Runs: false, WakeAt: null, MetAt: not null }));
    }

    [Fact]
    public void Ended_late_and_unnoticed_it_was_missed()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1));

        matter.Do("2025-03-05 08:00", matter.Clock.End(China.At("2025-03-05 08:00")));

        Assert.True(matter.Clock is { Runs: false, WakeAt: null } && matter.Clock.MissedAt == matter.Clock.DueAt);
    }

    [Fact]
    public void What_was_handed_in_in_time_is_met_in_time_however_long_the_check_takes()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1));
        matter.Do("2025-03-04 16:00", new ClockSubmitted(1));

        Assert.Empty(matter.SaysUntil("2025-03-20 00:00"));
        Assert.False(matter.Clock.Late(China.At("2025-03-20 00:00")));
        matter.Do("2025-03-20 10:00", matter.Clock.Meet(matter.Clock.SubmittedAt!.Value));

        Assert.Null(matter.Clock.MissedAt);
        Assert.Equal("2025-03-04 16:00:00.000", matter.Clock.MetAt!.Value.Local());
    }

    [Fact]
    public void What_was_refused_never_stopped_the_clock()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1, []));
        matter.Do("2025-03-04 16:00", new ClockSubmitted(1));

        matter.Do("2025-03-06 10:00", matter.Clock.Reject(China.Timetable, China.At("2025-03-06 10:00")));

        Assert.Equal(["03-06 10:00 missed 1", "03-07 08:30 warned 1"], matter.SaysUntil("2025-03-07 09:00"));
        Assert.Equal("2025-03-04 23:59:59.999", matter.Clock.MissedAt!.Value.Local());
    }

    [Fact]
    public void A_proof_rebuilds_the_clock_from_the_journal()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1));
        _ = matter.SaysUntil("2025-03-06 09:00").Count();
        matter.Do("2025-03-06 09:00", matter.Clock.Extend(new(3, Measure.WorkingDays), China.Timetable, China.At("2025-03-06 09:00")));
        var again = new Matter();

        again.Rebuild(matter.Taken);

        Assert.Equivalent(matter.Clock, again.Clock, strict: true);
    }
}
