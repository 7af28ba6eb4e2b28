using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>Who has a new appeal first: the department whose duty it is where the duty list sends it straight (H-04), else whoever looks at it before the dispatch (H-03), else the lowest level that serves the place.</summary>
public sealed record FirstUnit
{
    private readonly LevelUnit unit;
    private readonly Grade grade;

    private FirstUnit(LevelUnit unit, FirstBy why, Grade grade = Grade.Ordinary) => (this.unit, Why, this.grade) = (unit, why, grade);

    /// <summary>Null where nobody serves the place.</summary>
    public static FirstUnit? Of(Responsibility where, Profile profile, string category) =>
        profile.Duties.For(category, where.Codes) is { Direct: true } duty && LeadUnits.Sought(where, profile, duty.Lead) is { } department ? new(department, FirstBy.Duty, profile.Levels[department.Level - 1].Grade)
        : profile.Screening is { } screening && LeadUnits.Sought(where, profile, screening.First) is { } screener ? new(screener, FirstBy.Screening)
        : LeadUnits.First(where, profile) is { } lead ? new(lead, FirstBy.Level)
        : null;

    /// <summary>What tells of officials' misconduct goes to the unit for that alone; null where there is none.</summary>
    public static FirstUnit? ForDisclosure(Responsibility where, Profile profile) =>
        LeadUnits.Keeper(where, profile) is { } keeper ? new(keeper, FirstBy.Disclosure, profile.Levels[keeper.Level - 1].Grade) : null;

    /// <summary>The unit that has it first.</summary>
    public UnitId Unit => unit.Unit;

    /// <summary>Its level of handling.</summary>
    public int Level => unit.Level;

    public FirstBy Why { get; }

    internal Appeal Begin(AppealId id, AppealAccepted accepted, Rules rules, By by, AppealSplit? part = null) =>
        Why == FirstBy.Screening ? Appeal.AcceptForScreening(id, accepted, unit, rules, by, part) : Appeal.Accept(id, accepted, unit, rules, by, grade, part);
}

/// <summary>Why a unit has a new appeal first.</summary>
public enum FirstBy
{
    /// <summary>The duty list sends it straight there.</summary>
    Duty,

    /// <summary>It looks at everything before the dispatch.</summary>
    Screening,

    /// <summary>It is of the lowest level that serves the place.</summary>
    Level,

    /// <summary>It alone has what tells of officials' misconduct.</summary>
    Disclosure,
}
