namespace Minqing.Domain.Kernel;

/// <summary>A profile's hours, local time: when duty minutes count, when working minutes count, when a working day ends.</summary>
public sealed record Hours(TimeOnly DutyFrom, TimeOnly DutyTo, IReadOnlyList<Span> Working, DayEnds DayEnds);

/// <summary>From an hour to an hour of the same day.</summary>
public readonly record struct Span(TimeOnly From, TimeOnly To);

/// <summary>When something due on a day is due.</summary>
public enum DayEnds
{
    /// <summary>23:59:59.999.</summary>
    Midnight,

    /// <summary>The end of the last span of working hours.</summary>
    CloseOfBusiness,
}
