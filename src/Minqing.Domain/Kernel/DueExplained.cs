namespace Minqing.Domain.Kernel;

/// <summary>Why a limit is due when it is: "why is it due then?".</summary>
/// <param name="Begins">When it began to count: later than the start when that fell outside the hours of its measure.</param>
/// <param name="LeftOut">The days that did not count, each with its reason.</param>
/// <param name="MadeUp">The weekend days that did count, because they were worked for a holiday.</param>
/// <param name="YearsWithoutData">Years it runs through whose holidays are not known yet; the due date may still move.</param>
public sealed record DueExplained(
    DateTime Start,
    DateTime Begins,
    DateTime Due,
    Limit Limit,
    IReadOnlyList<CalendarDay> LeftOut,
    IReadOnlyList<CalendarDay> MadeUp,
    IReadOnlyList<int> YearsWithoutData);
