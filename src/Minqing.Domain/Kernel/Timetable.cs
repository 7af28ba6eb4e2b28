namespace Minqing.Domain.Kernel;

/// <summary>A calendar with the hours of a profile: counts limits, shares and pauses in policy time. Instants in and out are UTC.</summary>
public sealed class Timetable
{
    /// <summary>When <paramref name="limit"/>, begun at <paramref name="start"/>, is due.</summary>
    public DateTime Due(DateTime start, Limit limit) => throw new NotImplementedException();

    /// <summary>The instant at which <paramref name="percent"/> of the policy time between start and due is used.</summary>
    public DateTime Share(DateTime start, DateTime due, Limit limit, int percent) => throw new NotImplementedException();

    /// <summary>The due date moved by the policy time between <paramref name="from"/> and <paramref name="to"/>.</summary>
    public DateTime Shift(DateTime due, DateTime from, DateTime to, Measure measure) => throw new NotImplementedException();

    /// <summary>The first opening of working hours after <paramref name="after"/>: when daily reminders go out.</summary>
    public DateTime NextMorning(DateTime after) => throw new NotImplementedException();
}
