namespace Minqing.Domain.Kernel;

/// <summary>The one time zone of the platform: China's, eight hours ahead of UTC, without summer time.</summary>
public static class LocalTime
{
    // Fixed on purpose: the system's zone data would count the summer time of 1986 to 1991 and may be missing.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    public static DateTime Of(DateTime utc) => new(Within(utc.Ticks + Ahead.Ticks), DateTimeKind.Unspecified);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Of(utc));

    public static DateTime ToUtc(DateTime local) => new(Within(local.Ticks - Ahead.Ticks), DateTimeKind.Utc);

    /// <summary>The instant that is <paramref name="sinceMidnight"/> into a local day; 24 hours is the day's end.</summary>
    public static DateTime ToUtc(DateOnly day, TimeSpan sinceMidnight) => new(Within(day.ToDateTime(TimeOnly.MinValue).Ticks + sinceMidnight.Ticks - Ahead.Ticks), DateTimeKind.Utc);

    // People can write down days at the very ends of time: what would lie before or behind it is the first or the last instant.
    private static long Within(long ticks) => Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
}
