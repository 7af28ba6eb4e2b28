using System.Globalization;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Shared;

/// <summary>Times as people here say them. Instants in are UTC; what is said is local (UTC+8, all year).</summary>
public static class Spoken
{
    /// <summary>不到 1 分钟, 20 分钟, 1 小时 20 分, 2 天 3 小时, 12 天.</summary>
    public static string Span(TimeSpan span)
    {
        span = span.Duration();
        return span switch
        {
            { TotalMinutes: < 1 } => "不到 1 分钟",
            { TotalHours: < 1 } => $"{span.Minutes} 分钟",
            { TotalDays: < 1, Minutes: 0 } => $"{span.Hours} 小时",
            { TotalDays: < 1 } => $"{span.Hours} 小时 {span.Minutes} 分",
            { TotalDays: < 3, Hours: > 0 } => $"{span.Days} 天 {span.Hours} 小时",
            _ => $"{span.Days} 天",
        };
    }

    /// <summary>还剩 1 小时 20 分, 已超 20 分钟; in working days when <paramref name="workdays"/> (left, or over when negative) says at least one.</summary>
    public static string Left(DateTime due, DateTime now, int? workdays = null) => (due > now, workdays) switch
    {
        (true, > 0) => $"还剩 {workdays} 个工作日",
        (true, _) => $"还剩{Spaced(due - now)}",
        (false, < 0) => $"已超 {-workdays} 个工作日",
        (false, _) => $"已超{Spaced(now - due)}",
    };

    /// <summary>今天 14:20, 昨天 9:05, 明天 10:00, 11 月 25 日（周三）10:00, 2025 年 11 月 25 日 10:00.</summary>
    public static string At(DateTime instant, DateTime now) => DayAndClock(Day(LocalTime.DayOf(instant), LocalTime.DayOf(now)), instant);

    /// <summary>As <see cref="At"/>, without the hour when the limit is the end of its day: 最晚今天, 最晚 11 月 25 日（周三）.</summary>
    public static string By(DateTime due, DateTime now)
    {
        var day = Day(LocalTime.DayOf(due), LocalTime.DayOf(now));
        var said = LocalTime.Of(due).TimeOfDay >= new TimeSpan(23, 59, 0) ? day : DayAndClock(day, due);
        return char.IsAsciiDigit(said[0]) ? $"最晚 {said}" : $"最晚{said}";
    }

    /// <summary>刚刚, 5 分钟前, 3 小时前, then the day and the hour.</summary>
    public static string Ago(DateTime instant, DateTime now) => (now - instant) switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalHours: < 1 } gone => $"{gone.Minutes} 分钟前",
        { TotalHours: < 6 } gone => $"{gone.Hours} 小时前",
        _ => At(instant, now),
    };

    /// <summary>今天, 昨天, 前天, 明天, 后天, 11 月 25 日（周三）, 2025 年 11 月 25 日.</summary>
    public static string Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "今天",
        1 => "明天",
        2 => "后天",
        -1 => "昨天",
        -2 => "前天",
        _ when day.Year != today.Year => $"{day.Year} 年 {day.Month} 月 {day.Day} 日",
        _ => $"{day.Month} 月 {day.Day} 日（周{"日一二三四五六"[(int)day.DayOfWeek]}）",
    };

    /// <summary>2026 年 11 月 25 日（周三）14:20; without the hour when it is the end of its day. For a limit on paper or in an explanation.</summary>
    public static string Limit(DateTime due)
    {
        var local = LocalTime.Of(due);
        var day = $"{local.Year} 年 {local.Month} 月 {local.Day} 日（周{"日一二三四五六"[(int)local.DayOfWeek]}）";
        return local.TimeOfDay >= new TimeSpan(23, 59, 0) ? day : day + Clock(due);
    }

    /// <summary>14:20.</summary>
    public static string Clock(DateTime instant) => LocalTime.Of(instant).ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>2026-11-25 14:20:05, for whoever touches a time.</summary>
    public static string Exact(DateTime instant) => LocalTime.Of(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute.</summary>
    public static string Machine(DateTime instant) => LocalTime.Of(instant).ToString("yyyy-MM-dd'T'HH:mm:ss'+08:00'", CultureInfo.InvariantCulture);

    private static string DayAndClock(string day, DateTime instant) => day.EndsWith('）') ? $"{day}{Clock(instant)}" : $"{day} {Clock(instant)}";

    private static string Spaced(TimeSpan span) => Span(span) is var said && char.IsAsciiDigit(said[0]) ? $" {said}" : said;
}
