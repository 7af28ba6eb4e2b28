using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>The unit leads it, or works beside the lead, already.</summary>
public sealed record UnitHasItAlready : NotPossible;

/// <summary>Not all who judge it together have.</summary>
public sealed record NotJudgedYet(int Judged, int Needed) : NotPossible;

/// <summary>A scale goes from 1 to 5.</summary>
public sealed record NotAScale(string Name) : NotValid(Name);

/// <summary>Somebody has proposed it already: a second person must now agree or not.</summary>
public sealed record InvalidProposedAlready : NotPossible;

/// <summary>Nobody has proposed that it is invalid.</summary>
public sealed record NothingProposed : NotPossible;

/// <summary>Whoever proposed it cannot agree as the second person.</summary>
public sealed record SecondPersonNeeded : NotAllowed;

/// <summary>Nobody asked that it be destroyed.</summary>
public sealed record NoPurgeAsked : NotPossible;

/// <summary>A unit objects once.</summary>
public sealed record ObjectedAlready : NotPossible;

/// <summary>Nobody dispatched it: it came by its place, and goes up instead.</summary>
public sealed record NotDispatched : NotPossible;

/// <summary>The time for objecting has passed.</summary>
public sealed record TooLateToObject(DateTime Until) : NotPossible;

/// <summary>Nothing waits to be ruled.</summary>
public sealed record NothingToRule : NotPossible;

/// <summary>There is no such order open here.</summary>
public sealed record NoSuchOrder() : NotValid("order");

/// <summary>The unit still has time; only a late one is let go.</summary>
public sealed record NotLateYet(DateTime DueAt) : NotPossible;

/// <summary>Units beside the lead, or one outside, have not answered yet.</summary>
public sealed record WaitsForOthers(int Open) : NotPossible;

/// <summary>No unit was named.</summary>
public sealed record NoUnitNamed() : NotValid("units");

/// <summary>The day has passed.</summary>
public sealed record DayNotUsable() : NotValid("until");

/// <summary>A visit lies between the report and now.</summary>
public sealed record VisitTimeNotUsable() : NotValid("on");

/// <summary>Who answers outside is not named.</summary>
public sealed record OutsideUnitMissing() : NotValid("unit");

/// <summary>An unfounded demand is closed with its legal reason, and only that.</summary>
public sealed record UnfoundedReasonMissing() : NotValid("unfounded");

/// <summary>More time was asked for already and waits for its decision.</summary>
public sealed record ExtensionAskedAlready : NotPossible;

/// <summary>It was extended as often as the profile allows.</summary>
public sealed record ExtendedAlready(int Times) : NotPossible;

/// <summary>The city gives an appeal of this size no more time.</summary>
public sealed record ExtensionNotForGrade(Grade Grade) : NotPossible;

/// <summary>From one working day to so many at most.</summary>
public sealed record ExtensionTooLong(int DaysAtMost) : NotValid("days");

/// <summary>More time is asked for before the limit.</summary>
public sealed record LimitPassedAlready(DateTime DueAt) : NotPossible;

/// <summary>Nobody asked for more time.</summary>
public sealed record NothingAsked : NotPossible;

/// <summary>More time is granted or refused by someone other than who asked for it.</summary>
public sealed record OwnRequest : NotAllowed;

/// <summary>Its time stands still already.</summary>
public sealed record SuspendedAlready : NotPossible;

/// <summary>From tomorrow to so many days at most.</summary>
public sealed record SuspensionTooLong(int DaysAtMost) : NotValid("until");

/// <summary>Its time does not stand still.</summary>
public sealed record NotSuspended : NotPossible;

/// <summary>An appeal cannot go into itself.</summary>
public sealed record MergeWithItself : NotPossible;

/// <summary>What few may see goes only into what as few may see.</summary>
public sealed record MergedAcrossSight : NotPossible;

/// <summary>Whom this one is about is not named on the one to go into, and would read it there.</summary>
public sealed record TargetNotNamedThere : NotPossible;

/// <summary>The appeal to go into has ended.</summary>
public sealed record MergedIntoEnded : NotPossible;
