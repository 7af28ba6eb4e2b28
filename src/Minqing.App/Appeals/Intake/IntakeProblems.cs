using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Intake;

/// <summary>The same retry key came with another content.</summary>
public sealed record IdempotencyKeyReused() : NotValid("Idempotency-Key");

/// <summary>A retry key has 1 to 200 printable signs.</summary>
public sealed record IdempotencyKeyNotUsable() : NotValid("Idempotency-Key");

/// <summary>No such code is posted anywhere.</summary>
public sealed record UnknownSiteCode() : NotValid("siteCode");

/// <summary>No region has this code, or it is too large to say where: a township or less is needed.</summary>
public sealed record UnknownRegion() : NotValid("regionCode");

/// <summary>Nobody serves this place yet.</summary>
public sealed record PlaceNotServed() : NotValid("regionCode");

/// <summary>The profile asks for a phone number.</summary>
public sealed record PhoneMissing() : NotValid("phone");

/// <summary>A position lies within −90…90 and −180…180 degrees.</summary>
public sealed record PointNotValid() : NotValid("point");
