using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>How long something may take: the rule and the timetable that its clock runs by.</summary>
public sealed record DocketLimit(ClockRule Rule, Timetable Timetable)
{
    internal ClockStarted Start(int no, ClockKind kind, UnitId? unit, DateTime at) => Clock.Start(no, kind, 1, Rule, unit, null, at, Timetable);
}

/// <summary>A unit, what it is to do, and within which limit.</summary>
public sealed record TaskWanted(UnitId Unit, Written Requirement, DocketLimit Limit);
