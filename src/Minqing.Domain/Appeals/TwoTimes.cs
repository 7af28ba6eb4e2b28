using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>How long something has taken, twice (D-00): for the person, from sending, without a pause; by the rules, in working days, without what stood still.</summary>
/// <param name="Ended">Whether it still counts.</param>
public sealed record TwoTimes(TimeSpan Citizen, int PolicyDays, bool Ended)
{
    public static TwoTimes Of(Appeal appeal, Report report, Timetable timetable, DateTime now)
    {
        var ended = report.WithdrawnAt ?? appeal.SettledAt;
        var (from, to) = (report.ReceivedAt, ended ?? now);
        var stops = appeal.Clocks.Where(c => c.Kind == ClockKind.Handle).SelectMany(c => c.Changes).Where(c => c.Kind == ClockChangeKind.Stopped);
        var still = stops.Sum(s => Days(timetable, s.At > from ? s.At : from, s.EndedAt < to ? s.EndedAt.Value : to));
        return new(to > from ? to - from : TimeSpan.Zero, Math.Max(0, Days(timetable, from, to) - still), ended is not null);
    }

    private static int Days(Timetable timetable, DateTime from, DateTime to) => timetable.Elapsed(from, to, Measure.WorkingDays).Days;
}
