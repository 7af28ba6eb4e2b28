using Minqing.Web.Shared;

namespace Minqing.Web.Tests.Shared;

/// <summary>Times as people say them (D-08).</summary>
[Trait("Spec", "D-08")]
public sealed class SpokenTests
{
    // Sunday, 22 November 2026, 12:00 in Baiyin.
    private static readonly DateTime Now = new(2026, 11, 22, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0.5, "不到 1 分钟")]
    [InlineData(20, "20 分钟")]
    [InlineData(60, "1 小时")]
    [InlineData(80, "1 小时 20 分")]
    [InlineData(-80, "1 小时 20 分")]
    [InlineData((24 * 60) + 120, "1 天 2 小时")]
    [InlineData(12 * 24 * 60, "12 天")]
    public void A_span_is_said_in_its_two_largest_parts(double minutes, string said) => Assert.Equal(said, Spoken.Span(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(80, null, "还剩 1 小时 20 分")]
    [InlineData(0.2, null, "还剩不到 1 分钟")]
    [InlineData(-20, null, "已超 20 分钟")]
    [InlineData(0, null, "已超不到 1 分钟")]
    [InlineData(3000, 2, "还剩 2 个工作日")]
    [InlineData(-3000, -2, "已超 2 个工作日")]
    [InlineData(300, 0, "还剩 5 小时")]
    public void A_deadline_says_what_is_left_or_over(double minutes, int? workdays, string said) => Assert.Equal(said, Spoken.Left(Now.AddMinutes(minutes), Now, workdays));

    [Theory]
    [InlineData(20, "今天 12:20")]
    [InlineData(12 * 60, "明天 0:00")]
    [InlineData(-13 * 60, "昨天 23:00")]
    [InlineData(72 * 60, "11 月 25 日（周三）12:00")]
    [InlineData(50 * 24 * 60, "2027 年 1 月 11 日 12:00")]
    public void An_instant_is_said_by_its_local_day(double minutes, string said) => Assert.Equal(said, Spoken.At(Now.AddMinutes(minutes), Now));

    [Fact]
    public void A_limit_at_the_end_of_its_day_is_said_without_the_hour()
    {
        var end = new DateTime(2026, 11, 25, 15, 59, 59, 999, DateTimeKind.Utc);
        Assert.Equal("最晚 11 月 25 日（周三）", Spoken.By(end, Now));
        Assert.Equal("最晚今天", Spoken.By(end.AddDays(-3), Now));
        Assert.Equal("最晚今天 12:30", Spoken.By(Now.AddMinutes(30), Now));
    }

    [Fact]
    public void Touching_a_time_gives_the_exact_local_instant() => Assert.Equal("2026-11-22 12:00:00", Spoken.Exact(Now));
}
