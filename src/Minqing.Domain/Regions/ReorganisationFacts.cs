using Minqing.Domain.Kernel;

namespace Minqing.Domain.Regions;

/// <summary>It was decided for a day.</summary>
public sealed record ReorganisationPlanned(
    ReorganisationKind Kind, DateOnly Day, RegionId Region, RegionId? Successor, UnitId? Unit, string OldName, string NewName, Guid Words, IReadOnlyList<GridPart> Parts, IReadOnlyList<Guid> Moving) : DomainEvent;

/// <summary>It was carried out, and this much went along.</summary>
public sealed record ReorganisationDone(int Appeals, int Codes, int Posts, int Units) : DomainEvent;

/// <summary>It is not to be, after all.</summary>
public sealed record ReorganisationCalledOff : DomainEvent;

/// <summary>It was carried out, or called off, already.</summary>
public sealed record ReorganisationPast(ReorganisationState State) : NotPossible;

/// <summary>There is no such change that the viewer may know of.</summary>
public sealed record NoSuchReorganisation : NotFound;

/// <summary>A change is for today or a later day, not more than a year ahead.</summary>
public sealed record ReorganisationDayNotUsable() : NotValid("day");

/// <summary>Only a township goes into a township, a village into a village and a grid into a grid, and not into itself.</summary>
public sealed record NotMergeable() : NotValid("into");

/// <summary>Something else is planned for the region already.</summary>
public sealed record PlannedAlready(DateOnly Day) : NotPossible;

/// <summary>Only a grid is split, into one to nine more with names of their own.</summary>
public sealed record PartsNotUsable() : NotValid("parts");

/// <summary>That code does not hang in the grid, or was given to two parts.</summary>
public sealed record CodeNotOfGrid(string Code) : NotValid("parts");

/// <summary>It is called that already.</summary>
public sealed record SameName() : NotValid("name");
