using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class DueExplainedTests
{
    [Fact, Trait("Spec", "D-01")]
    public void The_days_left_out_are_named_and_so_are_those_made_up()
    {
        var why = China.Timetable.Explain(China.At("2025-01-24 10:00"), new(3, Measure.WorkingDays));

        Assert.Equal("2025-02-05 23:59:59.999", why.Due.Local());
        Assert.Equal("2025-01-26 00:00:00.000", why.Begins.Local());
        Assert.Equal([new CalendarDay(new(2025, 1, 25), DayKind.Weekend, "")], why.LeftOut.Take(1));
        Assert.Equal(Enumerable.Range(28, 4).Select(d => new DateOnly(2025, 1, d)).Concat(Enumerable.Range(1, 4).Select(d => new DateOnly(2025, 2, d))), why.LeftOut.Skip(1).Select(d => d.Date));
        Assert.All(why.LeftOut.Skip(1), d => Assert.Equal((DayKind.Holiday, "春节"), (d.Kind, d.Name)));
        Assert.Equal([new CalendarDay(new(2025, 1, 26), DayKind.MakeUp, "春节")], why.MadeUp);
        Assert.Empty(why.YearsWithoutData);
    }

    [Fact, Trait("Spec", "O-07")]
    public void A_limit_that_runs_into_a_year_without_data_says_so() =>
        Assert.Equal([2027], China.Timetable.Explain(China.At("2026-12-25 10:00"), new(10, Measure.WorkingDays)).YearsWithoutData);

    [Theory, Trait("Spec", "D-01")]
    [InlineData("2027-03-06 22:00")]
    [InlineData("2027-03-06 23:00")]
    public void What_comes_at_night_is_said_to_begin_in_the_morning(string start)
    {
        var why = China.Timetable.Explain(China.At(start), new(30, Measure.DutyMinutes));

        Assert.Equal("2027-03-07 07:00:00.000", why.Begins.Local());
        Assert.Empty(why.LeftOut);
        Assert.Empty(why.YearsWithoutData);
    }

    [Fact, Trait("Spec", "D-01")]
    public void Natural_days_leave_out_only_what_they_rolled_over()
    {
        var why = China.Timetable.Explain(China.At("2025-09-20 10:00"), new(15, Measure.NaturalDays, Roll: true));

        Assert.Equal([5, 6, 7, 8], why.LeftOut.Select(d => d.Date.Day));
        Assert.Empty(China.Timetable.Explain(China.At("2025-09-20 10:00"), new(15, Measure.NaturalDays)).LeftOut);
    }
}
