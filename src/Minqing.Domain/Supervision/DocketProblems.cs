using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>There is none that the viewer may know of.</summary>
public sealed record NoSuchDocket : NotFound;

/// <summary>As it stands, this cannot be done with it.</summary>
public sealed record DocketStepNotPossible(DocketStep Step, DocketState State) : NotPossible;

/// <summary>Somebody else's to do.</summary>
public sealed record DocketNotYours(DocketStep Step) : NotAllowed;

/// <summary>It has no such task, or the task does not stand so.</summary>
public sealed record NoSuchTask() : NotValid("task");

/// <summary>Nobody judges what they handed in themselves.</summary>
public sealed record OwnSubmission : NotPossible;

/// <summary>Something is still to be done by somebody.</summary>
public sealed record TasksStillOpen(int Count) : NotPossible;

/// <summary>A project is not done before its cause is known and a measure was taken.</summary>
public sealed record CauseOrMeasureMissing : NotPossible;

/// <summary>A finding against somebody names who answers for it.</summary>
public sealed record NobodyNamed : NotPossible;

/// <summary>Whoever answers for it does not judge it.</summary>
public sealed record JudgeIsNamed : NotPossible;

/// <summary>A meeting without minutes was none.</summary>
public sealed record MinutesMissing : NotPossible;

/// <summary>It needs other appeals than those given.</summary>
public sealed record AppealsNotUsable(int AtLeast) : NotValid("appeals");

/// <summary>The unit has not objected yet, and may until then.</summary>
public sealed record UnitNotHeard(DateTime Until) : NotPossible;

/// <summary>The chosen unit or post lies outside the area of whoever gives it the work.</summary>
public sealed record OutsideYourArea(string Name) : NotValid(Name);

/// <summary>The limit is a day after today.</summary>
public sealed record LimitNotUsable() : NotValid("until");

/// <summary>Nothing that is listed has a result yet of which the handling could be rated.</summary>
public sealed record NothingToRate() : NotValid("rating");
