using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class ClockChangeTests
{
    [Fact, Trait("Spec", "D-04")]
    public void An_extension_counts_from_the_due_date_clears_a_miss_and_repeats_no_share()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(5));
        Assert.Equal(3, matter.SaysUntil("2025-03-11 09:00").Count());

        matter.Do("2025-03-11 09:00", matter.Clock.Extend(new(5, Measure.WorkingDays), China.Timetable, China.At("2025-03-11 09:00")));

        Assert.Null(matter.Clock.MissedAt);
        Assert.Equal("2025-03-17 23:59:59.999", matter.Clock.DueAt.Local());
        Assert.Equal("2025-03-10 23:59:59.999", matter.Clock.OriginalDueAt.Local());
        Assert.Equal(["03-13 17:48 warned 1", "03-17 23:59 missed 1"], matter.SaysUntil("2025-03-18 00:00"));
        Assert.Equal((ClockChangeKind.Extended, "2025-03-10 23:59:59.999"), matter.Clock.Changes.Select(c => (c.Kind, c.DueBefore.Local())).Single());
    }

    [Fact, Trait("Spec", "D-02")]
    public void Another_rule_counts_from_the_old_start_and_the_old_one_is_kept()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(10));
        var old = matter.Clock.Rule;

        matter.Do("2025-03-06 12:00", matter.Clock.Rerule(Matter.Rule(5), China.Timetable, China.At("2025-03-06 12:00")));

        Assert.Equal("2025-03-10 23:59:59.999", matter.Clock.DueAt.Local());
        Assert.Equal((5, old), (matter.Clock.Rule.Limit.Amount, matter.Clock.Changes.Single().RuleBefore));
        Assert.Equal(["03-06 12:00 warned 1", "03-07 17:48 warned 1", "03-10 23:59 missed 1"], matter.SaysUntil("2025-03-11 00:00"));
    }

    [Fact, Trait("Spec", "D-02")]
    public void A_stricter_rule_whose_limit_has_passed_is_missed_at_once()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(10));

        matter.Do("2025-03-06 12:00", matter.Clock.Rerule(Matter.Rule(2), China.Timetable, China.At("2025-03-06 12:00")));

        Assert.Equal(["03-06 12:00 missed 1", "03-06 15:00 warned 2"], matter.SaysUntil("2025-03-06 23:00"));
        Assert.Equal("2025-03-05 23:59:59.999", matter.Clock.MissedAt!.Value.Local());
    }

    [Fact, Trait("Spec", "D-02")]
    public void A_longer_rule_takes_a_miss_back_only_when_its_limit_has_not_passed()
    {
        var (cleared, kept) = (Matter.Begun("2025-03-03 17:00", Matter.Rule(2)), Matter.Begun("2025-03-03 17:00", Matter.Rule(2)));
        Assert.All([cleared, kept], m => Assert.Equal("03-06 23:59 warned 3", m.SaysUntil("2025-03-07 00:00").Last()));

        cleared.Do("2025-03-07 09:00", cleared.Clock.Rerule(Matter.Rule(10), China.Timetable, China.At("2025-03-07 09:00")));
        kept.Do("2025-03-07 09:00", kept.Clock.Rerule(Matter.Rule(3), China.Timetable, China.At("2025-03-07 09:00")));

        Assert.Null(cleared.Clock.MissedAt);
        Assert.Equal("2025-03-06 23:59:59.999", kept.Clock.MissedAt!.Value.Local());
        Assert.False(cleared.Clock.Late(China.At("2025-03-07 09:00")));
    }

    [Fact, Trait("Spec", "D-02")]
    public void A_late_clock_under_another_rule_goes_on_climbing_where_it_was()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1));
        Assert.Equal("03-05 15:00 warned 2", matter.SaysUntil("2025-03-05 20:00").Last());

        matter.Do("2025-03-06 09:00", matter.Clock.Rerule(Matter.Rule(2), China.Timetable, China.At("2025-03-06 09:00")));

        Assert.Equal(["03-06 23:59 warned 3", "03-07 23:59 warned 4"], matter.SaysUntil("2025-03-09 00:00"));
    }

    [Fact, Trait("Spec", "D-02")]
    public void Another_rule_while_its_work_is_checked_keeps_it_silent()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(10));
        matter.Do("2025-03-05 10:00", new ClockSubmitted(1));

        matter.Do("2025-03-06 12:00", matter.Clock.Rerule(Matter.Rule(2), China.Timetable, China.At("2025-03-06 12:00")));
        Assert.Empty(matter.SaysUntil("2025-03-20 00:00"));
        matter.Do("2025-03-20 09:00", matter.Clock.Meet(matter.Clock.SubmittedAt!.Value));

        Assert.Null(matter.Clock.MissedAt);
    }

    [Fact, Trait("Spec", "D-05")]
    public void A_stop_moves_the_due_date_by_the_working_days_it_lasted_and_the_shares_with_it()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(5));
        matter.Do("2025-03-04 08:00", new ClockStopped(1, "awaiting-reporter", China.At("2025-04-01 00:00")));
        Assert.Empty(matter.SaysUntil("2025-03-31 00:00"));
        Assert.False(matter.Clock.Late(China.At("2025-03-31 00:00")));

        matter.Do("2025-03-11 08:00", matter.Clock.Resume(China.Timetable, China.At("2025-03-11 08:00")));

        Assert.Equal("2025-03-17 23:59:59.999", matter.Clock.DueAt.Local());
        Assert.Equal(["03-13 11:30 warned 1", "03-14 17:48 warned 1", "03-17 23:59 missed 1"], matter.SaysUntil("2025-03-18 00:00"));
        Assert.Equal(China.At("2025-03-11 08:00"), matter.Clock.Changes.Single().EndedAt);
    }

    [Fact, Trait("Spec", "D-05")]
    public void A_stop_ends_by_itself_on_its_date_even_when_noticed_later()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(5));
        matter.Do("2025-03-04 08:00", new ClockStopped(1, "awaiting-reporter", China.At("2025-03-06 00:00")));

        matter.Wake("2025-03-07 10:00");

        Assert.Equal("clock-resumed", matter.Taken[^1].Step);
        Assert.Equal("2025-03-12 23:59:59.999", matter.Clock.DueAt.Local());
        Assert.Equal(China.At("2025-03-06 00:00"), matter.Clock.Changes.Single().EndedAt);
    }

    [Fact, Trait("Spec", "D-05")]
    public void A_miss_before_a_stop_stays()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(1, []));
        Assert.Single(matter.SaysUntil("2025-03-05 00:00"));
        matter.Do("2025-03-05 08:00", new ClockStopped(1, "court", China.At("2025-04-01 00:00")));

        matter.Do("2025-03-06 08:00", matter.Clock.Resume(China.Timetable, China.At("2025-03-06 08:00")));

        Assert.NotNull(matter.Clock.MissedAt);
        Assert.Equal("03-06 08:30 warned 1", matter.SaysUntil("2025-03-06 09:00").Single());
    }

    [Fact, Trait("Spec", "D-08")]
    public void The_share_used_leaves_out_stops_and_the_time_of_a_check()
    {
        var matter = Matter.Begun("2025-03-03 17:00", Matter.Rule(5));
        matter.Do("2025-03-04 08:00", new ClockStopped(1, "season", China.At("2025-04-01 00:00")));
        matter.Do("2025-03-11 08:00", matter.Clock.Resume(China.Timetable, China.At("2025-03-11 08:00")));

        Assert.Equal(50, matter.Clock.PercentUsed(China.Timetable, China.At("2025-03-13 11:30")));
        matter.Do("2025-03-13 11:30", new ClockSubmitted(1));
        Assert.Equal(50, matter.Clock.PercentUsed(China.Timetable, China.At("2025-03-20 11:30")));
    }
}
