using Minqing.Domain.Kernel;

namespace Minqing.Domain.Regions;

/// <summary>There is no such region.</summary>
public sealed record NoSuchRegion(string Code) : NotFound;

/// <summary>The code is no code of that kind of region.</summary>
public sealed record RegionCodeNotUsable(string Code) : NotValid("code");

/// <summary>Another region has the code.</summary>
public sealed record RegionCodeTaken(string Code) : NotPossible;

/// <summary>A region cannot stand below this one: it is of the same or a lower kind.</summary>
public sealed record RegionTooLow(string Code) : NotValid("parent");

/// <summary>It was changed on a later day already.</summary>
public sealed record RegionChangedLater(DateOnly Since) : NotPossible;

/// <summary>There are regions below it that go on.</summary>
public sealed record RegionNotEmpty(int Below) : NotPossible;

/// <summary>No such code hangs anywhere; unknown and revoked ones answer alike.</summary>
public sealed record NoSuchSiteCode : NotFound;

/// <summary>The code was revoked.</summary>
public sealed record SiteCodeRevoked : NotPossible;

/// <summary>The code was replaced by another already.</summary>
public sealed record SiteCodeReplaced : NotPossible;

/// <summary>A code hangs in a grid or a village that is there.</summary>
public sealed record SiteNeedsGrid() : NotValid("region");
