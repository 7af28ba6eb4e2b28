using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>A post exists from <paramref name="Since"/> on.</summary>
public sealed record PostOpened(
    string Code, Role Role, PostRank Rank, UnitPart Part, UnitId Unit, RegionId Region, IReadOnlyList<string> Categories, DateTime Since) : DomainEvent;

/// <summary>A person took the post.</summary>
public sealed record PostTaken(int No, PersonId Person, DateTime Since) : DomainEvent;

/// <summary>The holder left the post.</summary>
public sealed record PostLeft(int No, DateTime Until) : DomainEvent;

/// <summary>A person stands in for the holder, from and until an instant; or, as a <paramref name="Shift"/> of the duty roster, has the duty of the post.</summary>
public sealed record StandInNamed(int No, PersonId Person, DateTime From, DateTime Until, bool Shift = false) : DomainEvent;

/// <summary>The holder is back earlier, or does not go.</summary>
public sealed record StandInEnded(int No, DateTime Until) : DomainEvent;

/// <summary>The post is no more.</summary>
public sealed record PostClosed(DateTime Until) : DomainEvent;
