using Minqing.Domain.Kernel;

namespace Minqing.App.Supervision;

/// <summary>A period ends after it begins, and is no longer than a year.</summary>
/// <param name="Most">How many days it may have.</param>
public sealed record PeriodOutOfBounds(string Field, int Most) : NotValid(Field)
{
    private const int DaysAtMost = 366;

    /// <summary>Null where the days are a period.</summary>
    internal static PeriodOutOfBounds? Of(DateOnly from, DateOnly to) => to < from || to.DayNumber - from.DayNumber >= DaysAtMost ? new("to", DaysAtMost) : null;
}
