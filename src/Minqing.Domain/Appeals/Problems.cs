using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>There is no such appeal in what the viewer may see.</summary>
public sealed record NoSuchAppeal : NotFound;

/// <summary>Number and query code do not belong together, or there is no such report; the two are never told apart.</summary>
public sealed record NoSuchReport : NotFound;

/// <summary>What the reporter gave was erased; nobody can bring it back.</summary>
public sealed record ReportErasedAlready : NotPossible;

/// <summary>It is still worked on: nothing of it can be erased before that has ended or the reporter has withdrawn it.</summary>
public sealed record StillBeingHandled(Stage Stage) : NotPossible;

/// <summary>The check cannot find a demand unfounded that was not handed in so, with a reason and for the level that may decide it.</summary>
public sealed record NotHandedInAsUnfounded : NotPossible;

/// <summary>The flow has no such step from this stage.</summary>
public sealed record StepNotPossible(Step Step, Stage Stage) : NotPossible;

/// <summary>The step exists here, but not for any post the person holds.</summary>
public sealed record StepNotYours(Step Step) : NotAllowed;

/// <summary>Somebody else took a step in between: who by their role (null for the reporter), which step, when. Nothing of what was typed is lost.</summary>
public sealed record ChangedMeanwhile(string? Role, string Step, DateTime At) : NotPossible;

/// <summary>Someone of the first tier took it already.</summary>
public sealed record TakenAlready(string Role, DateTime At) : NotPossible;

/// <summary>The unit signed for it already.</summary>
public sealed record SignedAlready : NotPossible;

/// <summary>First sign for it, then work on it.</summary>
public sealed record NotSignedYet : NotPossible;

/// <summary>Nobody has reached the reporter, nor tried often enough.</summary>
public sealed record ReporterNotContacted(int Attempts, int Needed, int Days) : NotPossible;

/// <summary>There is no level above this one.</summary>
public sealed record NoLevelAbove : NotPossible;

/// <summary>It was sent up already and waits there for an answer.</summary>
public sealed record RaisedAlready : NotPossible;

/// <summary>A ruling decided who does it: it can be neither sent up nor back.</summary>
public sealed record RuledAlready : NotPossible;

/// <summary>The unit is, or contains, whom the appeal is about.</summary>
public sealed record UnitIsTarget : NotPossible;

/// <summary>The category wants a photo of how it was before, and there is none: neither the reporter sent one, nor was one taken on a visit.</summary>
public sealed record NoPhotoOfBefore : NotPossible;

/// <summary>The category wants to know where the photos of the result were taken, and none says it.</summary>
public sealed record NoPositionInPhotos : NotPossible;

/// <summary>The photos of the result were taken too far from the place.</summary>
public sealed record PhotosTakenElsewhere(int Metres, int Within) : NotPossible;

/// <summary>The category wants more photos as evidence.</summary>
public sealed record EvidenceMissing(int Given, int Needed) : NotPossible;

/// <summary>A result is verified by someone other than those who signed for the work or handed it in.</summary>
public sealed record OwnResult : NotAllowed;

/// <summary>Another unit is to verify it, and this person is of one that did the work too.</summary>
public sealed record OwnUnitsResult : NotAllowed;

/// <summary>Whoever handled it does not ask for a rating of it.</summary>
public sealed record OwnFollowUp : NotAllowed;

/// <summary>A promise needs a date in the future.</summary>
public sealed record PromiseDateNotUsable() : NotValid("promiseDate");

/// <summary>A proof is accepted when what was promised is solved; else it is refused, and a new round begins.</summary>
public sealed record PromiseNotKept() : NotValid("verified");

/// <summary>A rating is a whole number from 1 (very satisfied) to 5.</summary>
public sealed record NotARating(string Name) : NotValid(Name);

/// <summary>Urged less than the profile's interval ago.</summary>
public sealed record UrgedJustNow(DateTime NextAt) : NotPossible;

/// <summary>The reporter withdrew it.</summary>
public sealed record WithdrawnAlready : NotPossible;

/// <summary>The window for asking to reopen has passed.</summary>
public sealed record TooLateToReopen(DateTime Until) : NotPossible;

/// <summary>The first request to reopen needs no reason, every later one does.</summary>
public sealed record ReopenReasonMissing() : NotValid("reason");

/// <summary>The identity is kept from those handling it: the county desk makes the call.</summary>
public sealed record IdentityKeptFromHandlers : NotAllowed;

/// <summary>The category is not one of the profile's.</summary>
public sealed record UnknownCategory(string Code) : NotValid("categoryCode");
