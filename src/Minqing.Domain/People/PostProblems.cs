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

/// <summary>There is no such post.</summary>
public sealed record NoSuchPost(PostId Post) : NotFound;

/// <summary>There is no such person.</summary>
public sealed record NoSuchPerson(PersonId Person) : NotFound;
