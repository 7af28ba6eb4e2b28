namespace Minqing.Domain.Kernel;

/// <summary>A day that differs from the plain week, and by which name: 春节, a make-up day for it, a local holiday.</summary>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name);

/// <summary>What a day is to those who work.</summary>
public enum DayKind
{
    Working,
    Weekend,
    Holiday,

    /// <summary>A weekend day that is worked to make up for a holiday (调休).</summary>
    MakeUp,
}
