using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>值班表: who has the duty of a post when, and which nights nobody has.</summary>
public static class Roster
{
    /// <summary>The parts of the nights, which are the hours outside the duty's, that no shift covers; from the first day to the last night that anybody is on it.</summary>
    public static IReadOnlyList<(DateTime From, DateTime Until)> Gaps(IReadOnlyList<StandIn> shifts, DateTime from, DateTime until, OpenHours duty)
    {
        var gaps = new List<(DateTime, DateTime)>();
        var on = shifts.Where(s => s.Shift && s.Until > s.Since).OrderBy(s => s.Since).ToList();
        if (on.Count == 0)
        {
            return gaps;
        }

        var (first, last) = (on[0].Since > from ? on[0].Since : from, on.Max(s => s.Until) < until ? on.Max(s => s.Until) : until);
        for (var day = LocalTime.DayOf(first).AddDays(-1); day <= LocalTime.DayOf(last); day = day.AddDays(1))
        {
            var (at, end) = (Later(LocalTime.ToUtc(day, duty.Until), first), Earlier(LocalTime.ToUtc(day.AddDays(1), duty.From), last));
            foreach (var shift in on.Where(s => s.Until > at && s.Since < end))
            {
                if (shift.Since > at)
                {
                    gaps.Add((at, shift.Since));
                }

                at = Later(at, shift.Until);
            }

            if (at < end)
            {
                gaps.Add((at, end));
            }
        }

        return gaps;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
