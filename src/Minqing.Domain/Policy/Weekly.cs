using Minqing.Domain.Kernel;

namespace Minqing.Domain.Policy;

/// <summary>Once a week, at a local hour.</summary>
public sealed record Weekly(DayOfWeek Day, int Hour)
{
    private const int Week = 7;

    /// <summary>The last time that this was, now at the latest.</summary>
    public DateTime Latest(DateTime now)
    {
        var today = LocalTime.DayOf(now);
        var day = today.AddDays(-(((int)today.DayOfWeek - (int)Day + Week) % Week));
        var at = LocalTime.ToUtc(day, TimeSpan.FromHours(Hour));
        return at <= now ? at : at.AddDays(-Week);
    }

    public DateTime Next(DateTime now) => Latest(now).AddDays(Week);
}
