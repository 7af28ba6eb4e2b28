using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class WorkCalendarTests
{
    [Theory, Trait("Spec", "O-07")]
    [InlineData("2025-01-26", DayKind.MakeUp, "春节", true)]
    [InlineData("2025-01-28", DayKind.Holiday, "春节", false)]
    [InlineData("2025-02-05", DayKind.Working, "", true)]
    [InlineData("2025-02-08", DayKind.MakeUp, "春节", true)]
    [InlineData("2025-02-09", DayKind.Weekend, "", false)]
    [InlineData("2015-09-03", DayKind.Holiday, "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日", false)]
    public void A_day_is_what_the_notice_says(string date, DayKind kind, string name, bool working)
    {
        var day = China.Calendar.On(DateOnly.Parse(date, null));

        Assert.Equal((kind, name), (day.Kind, day.Name));
        Assert.Equal(working, China.Calendar.IsWorking(day.Date));
    }

    [Fact, Trait("Spec", "O-07")]
    public void The_notices_of_2007_to_2026_are_there_and_no_other()
    {
        Assert.Equal(Enumerable.Range(2007, 20), China.Calendar.Years);
        Assert.False(China.Calendar.Covers(2027));
        Assert.Equal([2027, 2028], China.Calendar.Missing(new(2026, 12, 30), new(2028, 1, 4)));
    }

    [Fact, Trait("Spec", "O-07")]
    public void A_year_without_data_has_its_weekends()
    {
        Assert.Equal(DayKind.Weekend, China.Calendar.On(new(2027, 1, 2)).Kind);
        Assert.True(China.Calendar.IsWorking(new(2027, 1, 1)));
    }

    [Fact, Trait("Spec", "O-07")]
    public void A_region_adds_a_day_and_takes_one_back_and_the_country_does_not_change()
    {
        var regional = China.Calendar.With([new(new(2025, 7, 1), DayKind.Holiday, "县庆"), new(new(2025, 10, 8), DayKind.Working, "")]);

        Assert.False(regional.IsWorking(new(2025, 7, 1)));
        Assert.True(regional.IsWorking(new(2025, 10, 8)));
        Assert.True(China.Calendar.IsWorking(new(2025, 7, 1)));
        Assert.False(China.Calendar.IsWorking(new(2025, 10, 8)));
    }

    [Fact, Trait("Spec", "O-07")]
    public void The_version_changes_with_the_days_and_only_with_them()
    {
        var days = new CalendarDay[] { new(new(2025, 1, 1), DayKind.Holiday, "元旦"), new(new(2025, 1, 26), DayKind.MakeUp, "春节") };
        var version = new WorkCalendar([2025], days).Version;

        Assert.Equal(version, new WorkCalendar([2025], days.Reverse()).Version);
        Assert.NotEqual(version, new WorkCalendar([2025], days[..1]).Version);
        Assert.NotEqual(version, new WorkCalendar([2025, 2026], days).Version);
        Assert.StartsWith("2025-", version, StringComparison.Ordinal);
    }
}
