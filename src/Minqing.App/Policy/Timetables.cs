using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy;

/// <summary>The timetable by which a rule counts: the hours of its profile on the calendar of the profile's region.</summary>
public sealed class Timetables(Profile profile, Calendars calendars)
{
    private readonly Timetable only = new(calendars.For(profile.Root), profile.Hours);

    public Timetable InForce => only;

    /// <summary>While an installation has one profile, every rule counts by it; the due dates that an older calendar gave stay as they were frozen.</summary>
    public Timetable For(ClockRule rule) => only;
}
