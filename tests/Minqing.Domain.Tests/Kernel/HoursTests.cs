using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

public sealed class HoursTests
{
    private static readonly OpenHours Morning = new(new(8, 30), new(12, 0));
    private static readonly OpenHours Afternoon = new(new(14, 30), new(18, 0));

    [Fact, Trait("Spec", "D-01")]
    public void Duty_is_seven_to_ten_unless_a_profile_says_otherwise()
    {
        Assert.Equal(new(new(7, 0), new(22, 0)), Hours.Default.Duty);
        Assert.Equal(DayEnds.Midnight, Hours.Default.DayEnds);
    }

    [Fact]
    public void Hours_to_midnight_last_to_the_days_end() => Assert.Equal(TimeSpan.FromHours(24), new OpenHours(new(0, 0), new(0, 0)).Until);

    [Fact]
    public void Hours_that_can_count_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new OpenHours(new(9, 0), new(9, 0)));
        Assert.Throws<ArgumentException>(() => new Hours(Morning, [], DayEnds.Midnight));
        Assert.Throws<ArgumentException>(() => new Hours(Morning, [Afternoon, Morning], DayEnds.Midnight));
    }
}
