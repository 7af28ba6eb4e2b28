using Minqing.Domain.Kernel;

namespace Minqing.Domain.Policy;

/// <summary>Once a week, or every day where none is named, at a local hour.</summary>
/// <param name="Day">The day of the week; null for every day.</param>
public sealed record Weekly(DayOfWeek? Day, int Hour)
{
    private const int Week = 7;

    private int Apart => Day is null ? 1 : Week;

    /// <summary>The last time that this was, now at the latest.</summary>
    /// <param name="worked">Of what is for people at work: a free day's goes to the next working day; null for what runs on any day.</param>
    public DateTime Latest(DateTime now, WorkCalendar? worked = null)
    {
        var at = Planned(now);
        while (Moved(at, worked) > now)
        {
            at = at.AddDays(-Apart);
        }

        return Moved(at, worked);
    }

    public DateTime Next(DateTime now, WorkCalendar? worked = null)
    {
        var at = Planned(now);
        while (Moved(at, worked) <= now)
        {
            at = at.AddDays(Apart);
        }

        return Moved(at, worked);
    }

    private DateTime Planned(DateTime now)
    {
        var today = LocalTime.DayOf(now);
        var day = Day is { } named ? today.AddDays(-(((int)today.DayOfWeek - (int)named + Week) % Week)) : today;
        var at = LocalTime.ToUtc(day, TimeSpan.FromHours(Hour));
        return at <= now ? at : at.AddDays(-Apart);
    }

    private DateTime Moved(DateTime planned, WorkCalendar? worked) =>
        worked is null ? planned : LocalTime.ToUtc(worked.WorkingDayFrom(LocalTime.DayOf(planned)), TimeSpan.FromHours(Hour));
}
