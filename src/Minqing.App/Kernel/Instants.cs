namespace Minqing.App.Kernel;

/// <summary>The instant as this program keeps it: UTC, cut to whole milliseconds.</summary>
public static class Instants
{
    public static DateTime Now(this TimeProvider clock) => Cut(clock.GetUtcNow().UtcDateTime);

    public static DateTime Cut(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}
