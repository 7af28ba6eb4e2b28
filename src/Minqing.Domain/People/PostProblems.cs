using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>Somebody holds the post already.</summary>
public sealed record PostAlreadyHeld(PersonId Holder) : NotPossible;

/// <summary>Nobody holds the post.</summary>
public sealed record PostNotHeld : NotPossible;

/// <summary>The post was closed.</summary>
public sealed record PostIsClosed(DateTime Until) : NotPossible;

/// <summary>It cannot begin or end before <paramref name="Earliest"/>: the post, or its last holder, was there until then.</summary>
public sealed record TooEarlyForPost(DateTime Earliest) : NotPossible;

/// <summary>Posts are taken and left now or earlier, not in the future.</summary>
public sealed record NotInTheFuture(DateTime Now) : NotPossible;

/// <summary>An absence ends after it begins, and not in the past.</summary>
public sealed record AbsenceNotUsable() : NotValid("until");

/// <summary>The holder cannot stand in for themselves.</summary>
public sealed record StandsInForThemselves() : NotValid("person");

/// <summary>Somebody stands in at that time already.</summary>
public sealed record StoodInAlready(DateTime From, DateTime Until) : NotPossible;

/// <summary>Whoever is to stand in is away themselves at that time.</summary>
public sealed record StandInIsAway(DateTime From, DateTime Until) : NotPossible;

/// <summary>The holder stands in for somebody else at that time: another must be named there first.</summary>
public sealed record StandsInMeanwhile(DateTime From, DateTime Until) : NotPossible;

/// <summary>Nobody stands in under this number, now or later.</summary>
public sealed record NoSuchAbsence : NotPossible;

/// <summary>There is no such post.</summary>
public sealed record NoSuchPost(PostId Post) : NotFound;

/// <summary>There is no such person.</summary>
public sealed record NoSuchPerson(PersonId Person) : NotFound;

/// <summary>Nobody is two of administrator, security administrator and audit administrator.</summary>
public sealed record AdministratorsAreApart : NotPossible;

/// <summary>Security and audit administrators are made on the server, by no administrator.</summary>
public sealed record AppointedOnServer : NotAllowed;

/// <summary>Nobody gives a post to themselves.</summary>
public sealed record AppointsThemselves : NotAllowed;

/// <summary>Somebody else holds the post by now than was seen.</summary>
public sealed record HolderChanged : NotPossible;

/// <summary>A shift ends after it begins, not in the past, and after <paramref name="Hours"/> hours at the latest.</summary>
public sealed record ShiftNotUsable(int Hours) : NotValid("until");

/// <summary>Somebody is on the roster of the post at that time already.</summary>
public sealed record OnRosterAlready(DateTime From, DateTime Until) : NotPossible;
