namespace Minqing.Domain.Kernel;

/// <summary>The one time zone of the platform: China's, eight hours ahead of UTC, without summer time.</summary>
public static class LocalTime
{
    // Fixed on purpose: the system's zone data would count the summer time of 1986 to 1991 and may be missing.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    public static DateTime Of(DateTime utc) => DateTime.SpecifyKind(utc + Ahead, DateTimeKind.Unspecified);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Ahead);

    public static DateTime ToUtc(DateTime local) => DateTime.SpecifyKind(local - Ahead, DateTimeKind.Utc);

    /// <summary>The instant that is <paramref name="sinceMidnight"/> into a local day; 24 hours is the day's end.</summary>
    public static DateTime ToUtc(DateOnly day, TimeSpan sinceMidnight) => ToUtc(day.ToDateTime(TimeOnly.MinValue) + sinceMidnight);
}
