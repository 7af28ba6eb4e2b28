using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>None of one's posts gives this permission here.</summary>
public sealed record NotForYou(Permission Permission) : NotAllowed;
