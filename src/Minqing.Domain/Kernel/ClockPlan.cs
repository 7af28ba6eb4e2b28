namespace Minqing.Domain.Kernel;

/// <summary>When a clock speaks up: at its shares, at the limit, in steps after it, then once a day.</summary>
internal readonly record struct ClockPlan(ClockRule Rule, DateTime Start, DateTime Due, Timetable Timetable)
{
    /// <summary>The waking for warning <paramref name="next"/>, counted from 0; null when nothing more is said.</summary>
    public DateTime? Wake(int next, bool missed, DateTime now)
    {
        if (!missed)
        {
            return next < Rule.Warnings.Count && Rule.Warnings[next].Percent is { } percent ? Timetable.Share(Start, Due, Rule.Limit, percent) : Due;
        }

        return next < Rule.Warnings.Count && Rule.Warnings[next].AfterDue is { } after ? Timetable.Due(Due, after)
            : Rule.DailyAfter ? Timetable.NextMorning(now > Due ? now : Due)
            : null;
    }

    /// <summary>How many warnings count as given when the plan has changed: of the shares passed untold only the last is still told.</summary>
    public int Given(int told, DateTime now)
    {
        var (start, due, limit, timetable) = (Start, Due, Rule.Limit, Timetable);
        var passed = Rule.Warnings.TakeWhile(w => w.Percent is { } percent && timetable.Share(start, due, limit, percent) <= now).Count();
        return Math.Max(Math.Min(told, passed), passed - 1);
    }
}
