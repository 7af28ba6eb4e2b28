using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class TimetableTests
{
    [Theory, Trait("Spec", "D-01")]
    [InlineData("2025-03-03 09:00", "2025-03-03 09:30:00.000")]
    [InlineData("2025-03-03 21:30", "2025-03-03 22:00:00.000")]
    [InlineData("2025-03-03 21:45", "2025-03-04 07:15:00.000")]
    [InlineData("2025-03-03 22:00", "2025-03-04 07:30:00.000")]
    [InlineData("2025-03-03 23:10", "2025-03-04 07:30:00.000")]
    [InlineData("2025-03-04 03:00", "2025-03-04 07:30:00.000")]
    [InlineData("2025-03-04 07:00", "2025-03-04 07:30:00.000")]
    [InlineData("2025-10-01 12:00:00.250", "2025-10-01 12:30:00.250")]
    public void Thirty_duty_minutes_count_every_day_and_not_at_night(string start, string due) =>
        Assert.Equal(due, China.Timetable.Due(China.At(start), new(30, Measure.DutyMinutes)).Local());

    [Fact, Trait("Spec", "D-01")]
    public void What_is_urgent_counts_round_the_clock() =>
        Assert.Equal("2025-03-04 00:05:00.000", China.Timetable.Due(China.At("2025-03-03 23:35"), new(30, Measure.DutyMinutes, RoundTheClock: true)).Local());

    [Theory, Trait("Spec", "D-01")]
    [InlineData("2025-03-03 09:00", "2025-03-03 15:30:00.000")]
    [InlineData("2025-03-03 13:00", "2025-03-04 09:00:00.000")]
    [InlineData("2025-03-07 17:00", "2025-03-10 11:30:00.000")]
    [InlineData("2025-01-25 10:00", "2025-01-26 15:00:00.000")]
    public void Four_working_hours_count_while_offices_work(string start, string due) =>
        Assert.Equal(due, China.Timetable.Due(China.At(start), new(240, Measure.WorkingMinutes)).Local());

    [Theory, Trait("Spec", "D-01")]
    [InlineData("2025-03-03 00:00", 1, "2025-03-04 23:59:59.999")]
    [InlineData("2025-03-03 23:59:59.999", 1, "2025-03-04 23:59:59.999")]
    [InlineData("2025-03-07 10:00", 1, "2025-03-10 23:59:59.999")]
    [InlineData("2025-03-08 10:00", 1, "2025-03-10 23:59:59.999")]
    [InlineData("2025-01-24 10:00", 3, "2025-02-05 23:59:59.999")]
    [InlineData("2025-09-30 10:00", 2, "2025-10-10 23:59:59.999")]
    [InlineData("2025-10-10 10:00", 1, "2025-10-11 23:59:59.999")]
    [InlineData("2025-03-03 10:00", 0, "2025-03-03 23:59:59.999")]
    [InlineData("2025-03-08 10:00", 0, "2025-03-10 23:59:59.999")]
    public void The_nth_working_day_after_the_start_day_is_due_at_its_end(string start, int days, string due) =>
        Assert.Equal(due, China.Timetable.Due(China.At(start), new(days, Measure.WorkingDays)).Local());

    [Fact, Trait("Spec", "D-01")]
    public void A_profile_may_end_its_working_days_when_offices_close() =>
        Assert.Equal("2025-03-04 18:00:00.000", China.ClosingWithTheOffice.Due(China.At("2025-03-03 10:00"), new(1, Measure.WorkingDays)).Local());

    [Theory, Trait("Spec", "D-01")]
    [InlineData("2025-09-20 10:00", 15, false, "2025-10-05 23:59:59.999")]
    [InlineData("2025-09-20 10:00", 15, true, "2025-10-09 23:59:59.999")]
    [InlineData("2025-03-03 10:00", 15, true, "2025-03-18 23:59:59.999")]
    public void Natural_days_end_at_midnight_and_roll_on_where_the_rule_says_so(string start, int days, bool roll, string due) =>
        Assert.Equal(due, China.Timetable.Due(China.At(start), new(days, Measure.NaturalDays, Roll: roll)).Local());

    [Fact, Trait("Spec", "D-03")]
    public void Half_of_five_working_days_is_told_while_offices_work() =>
        Assert.Equal("2025-03-06 11:30:00.000", China.Timetable.Share(China.At("2025-03-03 17:00"), China.At("2025-03-10 23:59:59.999"), new(5, Measure.WorkingDays), 50).Local());

    [Theory, Trait("Spec", "D-05")]
    [InlineData("2025-03-04 10:00", "2025-03-04 16:00", "2025-03-10 23:59:59.999")]
    [InlineData("2025-03-04 10:00", "2025-03-06 09:00", "2025-03-12 23:59:59.999")]
    [InlineData("2025-03-08 10:00", "2025-03-09 09:00", "2025-03-10 23:59:59.999")]
    public void A_due_date_moves_by_the_working_days_it_stood_still(string from, string to, string due) =>
        Assert.Equal(due, China.Timetable.Shift(China.At("2025-03-10 23:59:59.999"), China.At(from), China.At(to), Measure.WorkingDays).Local());

    [Theory, Trait("Spec", "D-03")]
    [InlineData("2025-03-03 07:00", "2025-03-03 08:30:00.000")]
    [InlineData("2025-03-03 08:30", "2025-03-04 08:30:00.000")]
    [InlineData("2025-03-07 23:59:59.999", "2025-03-10 08:30:00.000")]
    [InlineData("2025-09-30 18:00", "2025-10-09 08:30:00.000")]
    public void Daily_reminders_go_out_when_offices_open(string after, string morning) =>
        Assert.Equal(morning, China.Timetable.NextMorning(China.At(after)).Local());

    [Fact, Trait("Spec", "D-08")]
    public void The_share_used_reaches_a_hundred_at_the_limit_and_not_before()
    {
        var (start, due, limit) = (China.At("2025-03-03 17:00"), China.At("2025-03-10 23:59:59.999"), new Limit(5, Measure.WorkingDays));

        Assert.Equal(0, China.Timetable.PercentUsed(start, due, limit, start));
        Assert.Equal(50, China.Timetable.PercentUsed(start, due, limit, China.At("2025-03-06 11:30")));
        Assert.Equal(99, China.Timetable.PercentUsed(start, due, limit, China.At("2025-03-10 20:00")));
        Assert.Equal(100, China.Timetable.PercentUsed(start, due, limit, due));
        Assert.Equal(119, China.Timetable.PercentUsed(start, due, limit, China.At("2025-03-11 20:00")));
    }

    [Fact, Trait("Spec", "D-00")]
    public void Instants_out_are_utc() =>
        Assert.Equal(new DateTime(2025, 3, 4, 15, 59, 59, 999, DateTimeKind.Utc), China.Timetable.Due(China.At("2025-03-03 10:00"), new(1, Measure.WorkingDays)));

    [Fact, Trait("Spec", "D-01")]
    public void China_keeps_no_summer_time() => Assert.Equal("1988-07-01 08:00:00.000", new DateTime(1988, 7, 1, 0, 0, 0, DateTimeKind.Utc).Local());
}
