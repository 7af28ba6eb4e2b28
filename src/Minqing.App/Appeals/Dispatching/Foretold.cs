using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The course that a matter of a category would take at a place.</summary>
/// <param name="First">Why somebody has it first, and at which level.</param>
/// <param name="Holder">Who that is.</param>
/// <param name="Should">Who should solve it, by the duty list or by the place.</param>
/// <param name="Lead">The level of whoever leads then.</param>
/// <param name="Desk">Whose desk asks the reporter at the end.</param>
/// <param name="Ladder">Every level of handling here, lowest first.</param>
/// <param name="Begun">The limits of the first steps, counted from now.</param>
/// <param name="After">Those of the check and of the follow-up, counted as if they began now.</param>
public sealed record Foretold(
    Profile Profile,
    Responsibility Where,
    FirstUnit First,
    ServingUnit Holder,
    Suggestion Should,
    int Lead,
    ServingUnit Desk,
    IReadOnlyList<ForetoldLevel> Ladder,
    IReadOnlyList<ForetoldLimit> Begun,
    IReadOnlyList<ForetoldLimit> After);

/// <summary>A level of handling at a place: its unit, who checks its results, how long it has.</summary>
/// <param name="BySize">How long it has where the centre sees the matter as of another size than the level's, and the table says otherwise then.</param>
public sealed record ForetoldLevel(HandlingLevel Level, ServingUnit? Unit, ServingUnit? Checker, ForetoldLimit Handle, IReadOnlyList<SizedLimit> BySize);

/// <summary>The row of the table for a size class.</summary>
public sealed record SizedLimit(Grade Grade, LimitRule Rule);

/// <summary>A limit, the row of the table that gives it, and when it would be due.</summary>
public sealed record ForetoldLimit(ClockKind Kind, int Level, LimitRule Rule, DueExplained Why);
