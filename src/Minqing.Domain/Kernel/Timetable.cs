namespace Minqing.Domain.Kernel;

/// <summary>A calendar with the hours of a profile: counts limits, shares and pauses in policy time. Instants in and out are UTC.</summary>
public sealed class Timetable(WorkCalendar calendar, Hours hours)
{
    public WorkCalendar Calendar => calendar;

    public Hours Hours => hours;

    /// <summary>The version of the calendar, to be frozen on what it ruled.</summary>
    public string Version => calendar.Version;

    /// <summary>When <paramref name="limit"/>, begun at <paramref name="start"/>, is due.</summary>
    public DateTime Due(DateTime start, Limit limit) => limit.Measure switch
    {
        Measure.DutyMinutes or Measure.WorkingMinutes => Add(start, TimeSpan.FromMinutes(limit.Amount), limit),
        // What comes in when the offices have closed belongs to the next day.
        Measure.WorkingDays => DaysLater(LocalTime.DayOf(limit.Amount == 0 && LocalTime.Of(start).TimeOfDay >= hours.Working[^1].Until ? start.AddDays(1) : start), limit),
        Measure.NaturalDays => DaysLater(LocalTime.DayOf(start), limit),
    };

    /// <summary>The instant at which <paramref name="percent"/> of the policy time between start and due is used.</summary>
    public DateTime Share(DateTime start, DateTime due, Limit limit, int percent)
    {
        var counted = ShareLimit(limit);
        var whole = Elapsed(start, due, counted);
        var at = whole > TimeSpan.Zero
            ? Add(start, WholeMilliseconds(whole * percent / 100), counted)
            : start + WholeMilliseconds((due - start) * percent / 100);
        return at < due ? at : due;
    }

    /// <summary>How much of the policy time between start and due is used at <paramref name="now"/>, in percent; 100 and more once due.</summary>
    public int PercentUsed(DateTime start, DateTime due, Limit limit, DateTime now)
    {
        var counted = ShareLimit(limit);
        var (used, whole) = (Elapsed(start, now, counted), Elapsed(start, due, counted));
        var percent = whole > TimeSpan.Zero ? (int)Math.Min(used.Ticks * 100.0 / whole.Ticks, int.MaxValue) : 0;
        return now >= due ? Math.Max(100, percent) : Math.Min(99, percent);
    }

    /// <summary>The policy time between two instants: a duration for minutes, whole counted days for days (the first day never counts).</summary>
    public TimeSpan Elapsed(DateTime from, DateTime to, Measure measure) => Elapsed(from, to, new Limit(0, measure));

    /// <summary>The due date moved by the policy time between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public DateTime Shift(DateTime due, DateTime from, DateTime to, Measure measure) => Shift(due, from, to, new Limit(0, measure));

    /// <summary>The due date of a limit, whose amount does not matter, moved by the policy time between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public DateTime Shift(DateTime due, DateTime from, DateTime to, Limit limit)
    {
        var by = Elapsed(from, to, limit);
        return by <= TimeSpan.Zero ? due
            : limit.Measure is Measure.WorkingDays or Measure.NaturalDays ? DaysLater(LocalTime.DayOf(due), limit with { Amount = by.Days })
            : Add(due, by, limit);
    }

    /// <summary>The first opening of working hours after <paramref name="after"/>: when daily reminders go out.</summary>
    public DateTime NextMorning(DateTime after)
    {
        var day = calendar.WorkingDayFrom(LocalTime.DayOf(after));
        var opening = LocalTime.ToUtc(day, hours.Working[0].From);
        return opening > after ? opening : LocalTime.ToUtc(calendar.WorkingDayAfter(day, 1), hours.Working[0].From);
    }

    /// <summary>What counted and what did not between a start and its due date.</summary>
    public DueExplained Explain(DateTime start, Limit limit)
    {
        var due = Due(start, limit);
        var begins = limit.Measure switch
        {
            Measure.DutyMinutes or Measure.WorkingMinutes => Add(start, TimeSpan.Zero, limit),
            Measure.WorkingDays => LocalTime.ToUtc(calendar.WorkingDayAfter(LocalTime.DayOf(start), Math.Min(1, limit.Amount)), TimeSpan.Zero),
            Measure.NaturalDays => LocalTime.ToUtc(LocalTime.DayOf(start).AddDays(Math.Min(1, limit.Amount)), TimeSpan.Zero),
        };
        var (first, last) = (LocalTime.DayOf(start), LocalTime.DayOf(due));
        var days = Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(n => calendar.On(DateOnly.FromDayNumber(n))).ToList();
        var leftOut = days.Where(d => !calendar.IsWorking(d.Date) && LeavesOut(d.Date, first, limit)).ToList();
        var madeUp = days.Where(d => d.Kind == DayKind.MakeUp && (d.Date > first || limit.Measure == Measure.WorkingMinutes));
        return new(start, begins, due, limit, leftOut, ByWorkingDays(limit) ? [.. madeUp] : [], ByCalendar(limit) ? calendar.Missing(first, last) : []);
    }

    /// <summary>In what the shares of a limit are counted: those of days in hours, so that a warning finds somebody at work.</summary>
    internal static Limit ShareLimit(Limit limit) => limit.Measure switch
    {
        Measure.DutyMinutes or Measure.WorkingMinutes => limit,
        Measure.WorkingDays => new(0, Measure.WorkingMinutes),
        Measure.NaturalDays => new(0, Measure.DutyMinutes),
    };

    private static bool ByWorkingDays(Limit limit) => limit.Measure is Measure.WorkingDays or Measure.WorkingMinutes;

    private static bool ByCalendar(Limit limit) => ByWorkingDays(limit) || limit is { Measure: Measure.NaturalDays, Roll: true };

    private static bool LeavesOut(DateOnly date, DateOnly first, Limit limit) =>
        limit.Measure == Measure.WorkingMinutes
        || (limit.Measure == Measure.WorkingDays && date > first)
        || (limit is { Measure: Measure.NaturalDays, Roll: true } && date >= first.AddDays(limit.Amount));

    private static TimeSpan WholeMilliseconds(TimeSpan span) => TimeSpan.FromTicks(span.Ticks - (span.Ticks % TimeSpan.TicksPerMillisecond));

    private TimeSpan Elapsed(DateTime from, DateTime to, Limit limit) => to <= from ? TimeSpan.Zero : limit.Measure switch
    {
        Measure.DutyMinutes or Measure.WorkingMinutes => limit.RoundTheClock ? to - from : Open(from, limit.Measure)
            .TakeWhile(open => open.From < to)
            .Aggregate(TimeSpan.Zero, (sum, open) => sum + ((open.To < to ? open.To : to) - open.From)),
        Measure.WorkingDays => TimeSpan.FromDays(calendar.WorkingDaysBetween(LocalTime.DayOf(from), LocalTime.DayOf(to))),
        Measure.NaturalDays => TimeSpan.FromDays(LocalTime.DayOf(to).DayNumber - LocalTime.DayOf(from).DayNumber),
    };

    private DateTime Add(DateTime start, TimeSpan amount, Limit limit)
    {
        if (limit.RoundTheClock)
        {
            return start + amount;
        }

        foreach (var (from, to) in Open(start, limit.Measure))
        {
            if (amount <= to - from)
            {
                return from + amount;
            }

            amount -= to - from;
        }

        throw new InvalidOperationException("Hours open for ever.");
    }

    // Working days end where the profile says; natural days, being those of the law, at midnight.
    private DateTime DaysLater(DateOnly day, Limit limit)
    {
        if (limit.Measure == Measure.WorkingDays)
        {
            return LocalTime.ToUtc(limit.Amount == 0 ? calendar.WorkingDayFrom(day) : calendar.WorkingDayAfter(day, limit.Amount), hours.DayEnd);
        }

        var last = day.AddDays(limit.Amount);
        return LocalTime.ToUtc(limit.Roll ? calendar.WorkingDayFrom(last) : last, OpenHours.LastMillisecond);
    }

    // The open stretches from an instant on, without end.
    private IEnumerable<(DateTime From, DateTime To)> Open(DateTime start, Measure measure)
    {
        for (var day = LocalTime.DayOf(start); ; day = day.AddDays(1))
        {
            foreach (var open in OpenOn(day, measure))
            {
                var (from, to) = (LocalTime.ToUtc(day, open.From), LocalTime.ToUtc(day, open.Until));
                if (to > start)
                {
                    yield return (from > start ? from : start, to);
                }
            }
        }
    }

    private IReadOnlyList<OpenHours> OpenOn(DateOnly day, Measure measure) =>
        measure == Measure.DutyMinutes ? [hours.Duty] : calendar.IsWorking(day) ? hours.Working : [];
}
