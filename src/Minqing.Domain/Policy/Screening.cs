namespace Minqing.Domain.Policy;

/// <summary>Who looks at an appeal before it is dispatched, where a profile puts somebody there (H-03), and who judges it in a second stage (H-14).</summary>
/// <param name="Second">The unit of the second stage, which decides lead and requirements; null where there is none.</param>
/// <param name="Judges">The units that judge it together there.</param>
public sealed record Screening(UnitSought First, UnitSought? Second, IReadOnlyList<UnitSought> Judges);

/// <summary>Longer limits on request (D-04): decided at which level, how often, how many working days at most.</summary>
/// <param name="DaysAtMost">For a size class of which <see cref="ByGrade"/> says nothing; none at all where it is 0.</param>
public sealed record ExtensionRules(int DecidedAt, int Times, int DaysAtMost)
{
    public static readonly ExtensionRules None = new(1, 0, 0);

    /// <summary>The size classes that have a number of days of their own (D-02).</summary>
    public IReadOnlyList<GradeExtension> ByGrade { get; init; } = [];

    /// <summary>How many working days an appeal of this size gets at most; 0 where it gets none.</summary>
    public int DaysFor(Grade grade) => ByGrade.FirstOrDefault(g => g.Grade == grade)?.DaysAtMost ?? DaysAtMost;
}

/// <summary>How many working days longer the limit of a size class may become; none where it is 0.</summary>
public sealed record GradeExtension(Grade Grade, int DaysAtMost);

/// <summary>How long a clock may stand still for one reason, in natural days (D-05).</summary>
public sealed record SuspensionRule(SuspendReason Reason, int DaysAtMost);
